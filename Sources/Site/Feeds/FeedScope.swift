import Campaign
import Documents

/// Which actions a feed tells of, as its address says it.
struct FeedScope: Sendable, Equatable {
    var country: Country?
    var topic: Topic?
    var reference: Reference?

    /// The address of a feed of this scope.
    func path(_ kind: FeedKind, _ language: Language, page: Int = 0) -> String {
        let query = [
            country.map { "country=\($0.code.lowercased())" }, topic.map { "topic=\($0.rawValue)" }, page > 0 ? "page=\(page)" : nil,
        ].compactMap { $0 }.joined(separator: "&")
        let folder = reference.map { Links.action($0, language) + "/" } ?? Links.home(language)
        return folder + kind.rawValue + (query.isEmpty ? "" : "?" + query)
    }

    /// The page for people of the same scope.
    func home(_ language: Language) -> String {
        reference.map { Links.action($0, language) } ?? Links.list(language, country: country?.code.lowercased())
    }
}

/// A form of feed, and the last part of its address.
enum FeedKind: String, CaseIterable, Sendable {
    case atom = "feed.atom"
    case json = "feed.json"
    case calendar = "deadlines.ics"

    var contentType: String {
        switch self {
        case .atom: "application/atom+xml; charset=utf-8"
        case .json: "application/feed+json; charset=utf-8"
        case .calendar: "text/calendar; charset=utf-8"
        }
    }
}
