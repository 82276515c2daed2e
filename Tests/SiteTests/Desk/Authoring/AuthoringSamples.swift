import Documents
@testable import Campaign

extension ManuscriptConflict {
    static let sample = ManuscriptConflict(
        revision: 2, by: "ben", fields: [Field(name: "lead", mine: "Mine", theirs: "Theirs")], merged: ["lead": "Theirs", "call": "Call"])
}

extension ManuscriptContent {
    static func sample(_ headline: String, _ more: [String: String]) -> ManuscriptContent {
        var content = ManuscriptContent()
        content[.text("en"), "headline"] = headline
        for (name, text) in more { content[.text("en"), name] = text }
        return content
    }
}

extension AlertText {
    static let sample = AlertText(language: "en", subject: "Kenya: write", plain: "Write.\n", html: "<p>Write.</p>", short: "Write")
}
