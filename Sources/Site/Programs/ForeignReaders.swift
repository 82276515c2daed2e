import HTTPTypes
import Hummingbird

/// Lets the pages of other sites read what is public for programs (CORS, as the Fetch standard has it), without cookies; nothing can be changed so.
struct ForeignReaders: RouterMiddleware {
    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        let isReading = [.get, .head, .options].contains(request.method)
        guard isReading, ProgramLinks.has(request.uri.path) else { return try await next(request, context) }
        var response = request.method == .options ? Response(status: .noContent, headers: Self.preflight) : try await next(request, context)
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "ETag, Retry-After, RateLimit, RateLimit-Policy"
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
        return response
    }

    private static let preflight: HTTPFields = [
        .accessControlAllowMethods: "GET, HEAD",
        .accessControlAllowHeaders: "If-None-Match, Accept, Accept-Language",
        .accessControlMaxAge: "86400",
    ]
}
