import HTTPTypes
import Hummingbird

/// Refuses a body that announces itself as too long before a byte of it is read. A body without a length is measured while it is read.
struct BodyLimit: RouterMiddleware {
    /// How many may be sent to a path.
    let bytes: @Sendable (String) -> Int

    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bytes(request.uri.path) {
            throw HTTPError(.contentTooLarge)
        }
        return try await next(request, context)
    }
}
