import Hummingbird
import Logging

/// One line a request, without anything that tells who asked or for what: no address, no browser, no query, no text of the path.
struct RequestLog: RouterMiddleware {
    func handle(_ request: Request, context visitor: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        guard visitor.logger.logLevel <= .info else { return try await next(request, visitor) }
        let start = ContinuousClock.now
        let response = try await next(request, visitor)
        Self.write(
            request.method.rawValue, visitor.endpointPath ?? "unknown", response.status.code, ContinuousClock.now - start, to: visitor.logger)
        return response
    }

    static func write(_ method: String, _ route: String, _ status: Int, _ time: Duration, to logger: Logger) {
        logger.info("request", metadata: ["method": "\(method)", "route": "\(route)", "status": "\(status)", "ms": "\(time / .milliseconds(1))"])
    }
}
