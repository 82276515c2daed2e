import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// Whom to tell of a hole in the server (RFC 9116).
struct SecurityRoutes: Sendable {
    let site: SiteParts
    /// nil for the section's own address.
    let contact: String?

    func add(to router: Router<Visitor>) {
        router.get(".well-known/security.txt", use: show)
    }

    /// Nobody to tell is nothing to say.
    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), section = reader.section
        guard let contact = contact ?? section.contactEmail else { throw NotPublishedHere() }
        let lines = [
            "Contact: \(contact.contains(":") ? contact : "mailto:\(contact)")",
            "Expires: \(reader.today.adding(days: Self.days).text)T00:00:00Z",
            "Preferred-Languages: \(section.languages.map(\.rawValue).joined(separator: ", "))",
            "Canonical: \(site.origins.origin(of: section))/.well-known/security.txt",
        ]
        return .text(lines.joined(separator: "\n") + "\n")
    }

    /// Less than the year that the standard recommends, counted from the day of asking.
    private static let days = 180
}
