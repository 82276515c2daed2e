package import Documents
import Foundation

/// The chrome's words in one language: flat dotted keys, `{name}` placeholders, plurals by CLDR category.
package struct Translations: Sendable {
    package let language: Language
    private let words: [String: Wording]
    private let fallback: [String: Wording]
    private let plain: Late<[String: String]>

    /// One entry of a file: a text, or a text per plural category.
    enum Wording: Sendable, Decodable, Equatable {
        case text(String)
        case plural([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .plural(try container.decode([String: String].self))
            }
        }
    }

    init(language: Language, words: [String: Wording], fallback: [String: Wording]) {
        self.language = language
        self.words = words
        self.fallback = fallback
        plain = Late {
            fallback.merging(words) { _, own in own }.reduce(into: [:]) { texts, entry in
                if case .text(let text) = entry.value, !text.contains("{") { texts[entry.key.replacing(".", with: "_")] = text }
            }
        }
    }

    /// Every text without placeholders, for templates: `report.title` is their `t.report_title`. Put together when a page in the language is first
    /// made, since most servers are read in a few languages.
    package var plainTexts: [String: String] { plain.value }

    /// The words for `key` with the placeholders filled; English where the language lacks it, the key itself where English does.
    package func text(_ key: String, _ values: [String: String] = [:]) -> String {
        switch words[key] ?? fallback[key] {
        case .text(let text): filled(text, values)
        case .plural(let forms): filled(forms["other"] ?? key, values)
        case nil: key
        }
    }

    /// The form of `key` for a number of things; `{count}` is the number as the language groups its digits.
    package func count(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
        let values = values.merging(["count": grouped(number)]) { given, _ in given }
        guard case .plural(let forms) = words[key] ?? fallback[key] else { return text(key, values) }
        let category = PluralRule.category(of: number, in: words[key] == nil ? "en" : language)
        return filled(forms[category] ?? forms["other"] ?? key, values)
    }

    package func text(_ message: Message) -> String {
        text(message.key, message.values)
    }

    /// Whether only staff read the words of `key`. A language has them all or falls back to English at the desk; the rest every language must have.
    package static func isForStaff(_ key: String) -> Bool { key.hasPrefix("desk.") }

    package func has(_ key: String) -> Bool {
        words[key] != nil || fallback[key] != nil
    }

    /// The things after each other, with the comma of the language's script.
    package func listed(_ things: [String]) -> String { things.joined(separator: language.listComma) }

    /// `4204` as "4,204", "4.204" or "4 204".
    package func grouped(_ number: Int) -> String {
        (0...999).contains(number) ? String(number) : number.formatted(.number.locale(language.locale()))
    }

    /// In one pass, so that a value which looks like a placeholder stays as it is.
    private func filled(_ text: String, _ values: [String: String]) -> String {
        var rest = text[...], result = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            let value = values[name] ?? String(rest[open...close])
            result += rest[..<open]
            Elision.fit(&result, to: value, in: language)
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
