package import Documents
import Foundation

/// Greetings and closings by language and rank, for officials to whom the case gives none: `Resources/Salutations.json`.
///
/// Nothing is put together: each form stands in the file as it is printed. Where the file has none for a rank, or nobody said whether the
/// official is a man or a woman, it is the neutral one.
package struct Salutations: Sendable {
    private let forms: [Language: Forms]
    private let titles: OfficeTitles

    package struct Form: Sendable, Decodable, Equatable {
        package let greeting: String
        package let closing: String

        package init(greeting: String, closing: String) {
            self.greeting = greeting
            self.closing = closing
        }
    }

    package init() throws {
        let data = try Data(contentsOf: Resources.folder.appending(path: "Salutations.json"))
        let forms = try JSONDecoder().decode([String: Forms].self, from: data)
        self.forms = Dictionary(uniqueKeysWithValues: forms.map { (Language(rawValue: $0.key), $0.value) })
        titles = try OfficeTitles()
    }

    /// The neutral form of a language; nil where we have none.
    package subscript(language: Language) -> Form? {
        forms(of: language)?.neutral
    }

    /// The form for one official, or with `several` for a body of people; nil where we have none in that language.
    ///
    ///     try Salutations().form(for: .minister, gender: .female, in: "es")?.greeting   // "Señora Ministra:"
    package func form(for rank: Rank, gender: Gender = .unknown, several: Bool = false, in language: Language) -> Form? {
        guard let forms = forms(of: language) else { return nil }
        if several { return forms.several.map { forms.form($0, closing: nil) } ?? forms.neutral }
        guard let rank = forms.ranks[rank.rawValue] else { return forms.neutral }
        let own: String? =
            switch gender {
            case .male: rank.male
            case .female: rank.female
            case .unknown: nil
            }
        return forms.form(own ?? rank.unknown, closing: rank.closing)
    }

    /// The form for an addressee as the case prints them: rank from the office's title, man or woman from style, name and office, and the
    /// neutral form where they do not say. Nil where we have none in that language.
    package func form(for addressee: Addressee, in language: Language) -> Form? {
        let printed = [addressee.salutation, addressee.name, addressee.office].compactMap { $0 }
        return form(for: titles.rank(of: addressee.office ?? ""), gender: titles.gender(in: printed), in: language)
    }

    /// The greeting in what a case prints beside an addressee, such as "Dear Minister" or "Dear Minister/Estimado Señor Secretario": the part
    /// that begins as greetings of the language do, with the comma or colon they end in. nil for a style such as "His Excellency Mr.".
    ///
    /// - Parameter language: nil for any that we know.
    package func greeting(in salutation: String?, language: Language? = nil) -> String? {
        let parts = (salutation ?? "").split(separator: "/").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let known = language.map { [forms(of: $0)].compactMap { $0 } } ?? forms.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
        return parts.lazy.compactMap { part in known.lazy.compactMap { $0.greeting(part) }.first }.first
    }

    /// Whether somebody who writes that language's letters should look at its forms again.
    package func isUnsure(in language: Language) -> Bool {
        forms(of: language)?.trust != "protocol"
    }

    private func forms(of language: Language) -> Forms? {
        forms[language] ?? forms[Language(rawValue: language.primary)]
    }
}

extension Salutations {
    /// The forms of one language.
    private struct Forms: Sendable, Decodable {
        let trust: String
        let neutral: Form
        let several: String?
        /// May take up the greeting without its comma: "Veuillez agréer, {greeting}, …".
        let closing: String
        let ranks: [String: RankForms]
        /// Words with which a greeting begins, besides those of the forms themselves.
        let begins: [String]?

        /// The printed words as a greeting; nil when they begin as none of this language's does.
        func greeting(_ printed: String) -> String? {
            let own = ranks.values.flatMap { [$0.male, $0.female, $0.unknown].compactMap { $0 } } + [neutral.greeting] + (begins ?? [])
            guard let first = FoldedWords(printed).words.first?.folded else { return nil }
            guard own.contains(where: { FoldedWords($0).words.first?.folded == first }) else { return nil }
            let mark = neutral.greeting.last.flatMap { $0.isPunctuation ? String($0) : nil } ?? ""
            return printed.last?.isPunctuation == true ? printed : printed + mark
        }

        func form(_ greeting: String, closing: String?) -> Form {
            let address = String(greeting.reversed().drop { ",:،!".contains($0) }.reversed())
            return Form(greeting: greeting, closing: (closing ?? self.closing).replacingOccurrences(of: "{greeting}", with: address))
        }
    }

    private struct RankForms: Sendable, Decodable {
        let male: String?
        let female: String?
        let unknown: String
        let closing: String?
    }
}
