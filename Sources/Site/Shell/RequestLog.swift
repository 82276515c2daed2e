import Hummingbird
import Logging

/// One line a request, without anything that tells who asked or for what: no address, no browser, no query, no text of the path.
struct RequestLog: RouterMiddleware {
    func handle(_ request: Request, context visitor: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        guard visitor.logger.logLevel <= .info else { return try await next(request, visitor) }
        let start = ContinuousClock.now
        let response = try await next(request, visitor)
        visitor.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)",
                "route": "\(visitor.endpointPath ?? "unknown")",
                "status": "\(response.status.code)",
                "ms": "\((ContinuousClock.now - start) / .milliseconds(1))",
            ]
        )
        return response
    }
}
