import Campaign
import Documents

/// The addresses of collections.
enum CollectionLinks {
    static let desk = "/desk/collections"

    static func desk(_ slug: String) -> String { "\(desk)/\(slug)" }
    static func page(_ slug: String, _ language: Language) -> String { "/\(language)/collections/\(slug)" }
    static func pack(_ slug: String, _ language: Language) -> String { page(slug, language) + "/pack" }
    static func school(_ slug: String, _ language: Language) -> String { page(slug, language) + "/school" }
    static func returns(_ slug: String, _ language: Language, of group: GroupCode) -> String { page(slug, language) + "/returns?code=\(group.text)" }
    static func returning(_ slug: String, _ language: Language, of group: GroupCode? = nil) -> String {
        page(slug, language) + "/return" + (group.map { "?code=\($0.text)" } ?? "")
    }

    /// Short enough for a poster; leads on in the language of whoever comes.
    static func short(_ slug: String) -> String { "/c/\(slug)" }
    static func picture(_ slug: String) -> String { short(slug) + "/code.svg" }
}
