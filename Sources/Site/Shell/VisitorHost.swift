import HTTPTypes
import Hummingbird

/// Notes which host the visitor asked for, since the host chooses the section.
struct VisitorHost: RouterMiddleware {
    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        var visitor = context
        visitor.host = Self.name(in: request.head.authority ?? "")
        return try await next(request, visitor)
    }

    /// "US.localhost:8080" → "us.localhost", "[::1]:80" → "[::1]".
    static func name(in authority: String) -> String {
        let lowered = authority.lowercased()
        if lowered.hasPrefix("["), let end = lowered.firstIndex(of: "]") { return String(lowered[...end]) }
        return String(lowered.prefix { $0 != ":" })
    }
}
