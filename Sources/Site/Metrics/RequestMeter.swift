import Campaign
import HTTPTypes
import Hummingbird

/// Notes how long each answer took, by the pattern of its route: nothing of the address, and nothing of who asked.
struct RequestMeter: RouterMiddleware {
    let measures: Measures

    func handle(_ request: Request, context visitor: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, visitor)
        measures.requests(visitor.endpointPath ?? "unknown", Self.name(of: request.method), String(response.status.code))
            .note((ContinuousClock.now - start) / .seconds(1))
        return response
    }

    /// Strangers may make up methods.
    private static func name(of method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
    }
}
