import HTTPTypes
import Hummingbird

/// Refuses a form that another site's page sent in the visitor's name.
///
/// Judged by `Sec-Fetch-Site`, which a page cannot forge. `Origin` says "null" even for our own forms, because our pages send no
/// referrer. Programs and older browsers send neither: for them the form token decides.
///
/// One address takes what comes from anywhere: where alerts are ended. A mail program posts there for its reader (RFC 8058 section 3.1),
/// and whoever knows the address could end them anyway.
struct CrossSiteRefusal: RouterMiddleware {
    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        if Self.changes(request.method), !Self.endsAlerts(request.uri.path), let site = request.headers[.fetchSite], site != "same-origin",
            site != "none"
        {
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }

    /// "/{lang}/alerts/stop/{token}"
    private static func endsAlerts(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 && parts[0].isEmpty && parts[2] == "alerts" && parts[3] == "stop"
    }

    private static func changes(_ method: HTTPRequest.Method) -> Bool {
        ![.get, .head, .options, .trace].contains(method)
    }
}

extension HTTPField.Name {
    fileprivate static let fetchSite = Self("sec-fetch-site") ?? .origin
}
