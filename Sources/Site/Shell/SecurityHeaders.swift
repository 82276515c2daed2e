import HTTPTypes
import Hummingbird

/// Puts on every answer what keeps a page to itself: own resources only, no frame around it, no word to others about who read it.
///
/// A route that needs another policy sets the field itself; what it set is left alone. An answer that does not say how it may be kept
/// is not to be kept.
struct SecurityHeaders: RouterMiddleware {
    /// Whether browsers reach the host that was asked for by TLS alone.
    let isBehindTLS: @Sendable (_ host: String) -> Bool

    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        for field in Self.always where !response.headers.contains(field.name) { response.headers.append(field) }
        if isBehindTLS(context.host) { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if !response.headers.contains(.cacheControl) { response.headers[.cacheControl] = Caching.never.directive }
        return response
    }

    /// `form-action` also governs where a form's answer may redirect: a `mailto:` link belongs on a page, not in a redirect.
    private static let policy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    private static let always: HTTPFields = [
        .contentSecurityPolicy: policy,
        .xContentTypeOptions: "nosniff",
        .referrerPolicy: "no-referrer",
        .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        .crossOriginOpenerPolicy: "same-origin",
        .crossOriginResourcePolicy: "same-origin",
    ]
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = named("referrer-policy")
    fileprivate static let permissionsPolicy = named("permissions-policy")
    fileprivate static let crossOriginOpenerPolicy = named("cross-origin-opener-policy")

    /// A field name that HTTPTypes does not list. Any of ours is valid; the fallback only keeps the compiler from needing a trap.
    private static func named(_ name: String) -> Self { Self(name) ?? .xContentTypeOptions }
}
