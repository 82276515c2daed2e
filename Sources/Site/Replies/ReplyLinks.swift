import Campaign
import Documents

/// The addresses of officials' answers: where one is handed in, and where it is seen.
enum ReplyLinks {
    static func new(_ reference: Reference, _ language: Language) -> String { Links.action(reference, language) + "/reply" }
    static func all(_ reference: Reference, _ language: Language) -> String { Links.action(reference, language) + "/replies" }
    /// What whoever handed it in sees of it.
    static func handed(_ token: String, of reference: Reference, _ language: Language) -> String { all(reference, language) + "/handed/\(token)" }
    static func show(_ id: Reply.ID, of reference: Reference, _ language: Language) -> String { all(reference, language) + "/\(id)" }
    static func picture(_ page: Int, of id: Reply.ID, to reference: Reference, _ language: Language) -> String {
        show(id, of: reference, language) + "/\(page).jpg"
    }
}

/// The addresses at the desk.
enum ReplyDeskLinks {
    static let index = "/desk/replies"

    static func new(_ reference: Reference) -> String { DeskLinks.action(reference) + "/replies" }
    static func show(_ id: Reply.ID) -> String { "\(index)/\(id)" }
    static func page(_ number: Int, of id: Reply.ID) -> String { show(id) + "/pages/\(number)" }
    static func pageRemoval(_ number: Int, of id: Reply.ID) -> String { page(number, of: id) + "/removal" }
    static func publication(_ id: Reply.ID) -> String { show(id) + "/publication" }
    static func keeping(_ id: Reply.ID) -> String { show(id) + "/keeping" }
    static func refusal(_ id: Reply.ID) -> String { show(id) + "/refusal" }
    static func erasure(_ id: Reply.ID) -> String { show(id) + "/erasure" }
    static func review(_ id: Reply.ID) -> String { show(id) + "/review" }
}
