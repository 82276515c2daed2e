package import Documents
import Foundation

extension ManuscriptContent {
    /// What was typed into a part, trimmed and judged. Whatever is wrong is said field by field, and nothing typed is thrown away for it.
    ///
    /// - Parameter typed: by the bare names of the fields; one that is not there is empty.
    package static func judged(_ typed: [String: String], as part: ManuscriptPart) throws(FormProblems) -> [String: String] {
        var problems = FormProblems(), taken: [String: String] = [:]
        for field in part.fields {
            let text = tidy(typed[field.name] ?? "")
            if text.unicodeScalars.contains(where: \.isUnprintable) {
                problems.add(field.name, Message("desk.authoring_problem_signs"))
            } else if text.signs > field.most {
                problems.add(field.name, Message("desk.authoring_problem_long", ["n": String(field.most), "m": String(text.signs)]))
            }
            taken[field.name] = text
        }
        if case .facts = part { problems.add(judge(facts: &taken)) }
        if case .addressee = part, (taken["name"] ?? "").isEmpty, (taken["office"] ?? "").isEmpty {
            problems.add("name", Message("desk.authoring_problem_nobody"))
        }
        guard problems.isEmpty else { throw problems }
        return taken
    }

    /// Line ends as ours, no blanks around.
    private static func tidy(_ text: String) -> String {
        text.withPlainLineEnds.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func judge(facts: inout [String: String]) -> FormProblems {
        var problems = FormProblems()
        for name in ["issued_on", "act_until", "event_on"] {
            if let text = facts[name], !text.isEmpty, Day(text) == nil { problems.add(name, Message("desk.authoring_problem_day")) }
        }
        let countries = pieces(facts["countries"]).map { ($0, CountryTyped.country($0)) }
        if let unknown = countries.first(where: { $0.1 == nil }) {
            problems.add("countries", Message("desk.authoring_problem_country", ["country": String(unknown.0.prefix(60))]))
        } else {
            facts["countries"] = Set(countries.compactMap { $0.1?.code }).sorted().joined(separator: " ")
        }
        let languages = pieces(facts["preferred"]?.replacing(" ", with: ",")).map { Language($0) }
        if let odd = languages.first(where: { !$0.isTag || $0.primary.count > 3 }) {
            problems.add("preferred", Message("desk.authoring_problem_language", ["language": String(odd.rawValue.prefix(60))]))
        } else {
            facts["preferred"] = languages.map(\.rawValue).joined(separator: " ")
        }
        if let text = facts["index_code"], let code = try? IndexCode(text) { facts["index_code"] = code.withoutLanguage.printed }
        if OutputKind(rawValue: facts["kind"] ?? "") == nil { problems.add("kind", Message("desk.authoring_problem_kind")) }
        facts["topics"] = (facts["topics"] ?? "").split(separator: " ").compactMap { Topic(rawValue: String($0))?.rawValue }.sorted()
            .joined(separator: " ")
        return problems
    }

    private static func pieces(_ text: String?) -> [String] {
        (text ?? "").split { ",;\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

/// A country as somebody types it: its two letters, or its name in one of the languages of the program.
package enum CountryTyped {
    package static func country(_ typed: String) -> Country? {
        if typed.utf8.count == 2 { return Country(typed).flatMap { codes.contains($0.code) ? $0 : nil } }
        return names[typed.lowercased()]
    }

    private static let codes = Set(Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 })

    private static let names: [String: Country] = {
        let languages: [Language] = ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh-Hans"]
        return codes.sorted().reduce(into: [:]) { names, code in
            guard let country = Country(code) else { return }
            for language in languages where names[country.name(in: language).lowercased()] == nil {
                names[country.name(in: language).lowercased()] = country
            }
        }
    }()
}

extension Unicode.Scalar {
    /// What nobody types on purpose: control signs but the line's end and the tab, what was no text, and signs that turn the writing round
    /// behind the reader's back. The marks that Arabic and Hebrew need are not among them.
    fileprivate var isUnprintable: Bool {
        switch value {
        case 0x09, 0x0A, 0x2028: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2029, 0x202A...0x202E, 0xFEFF, 0xFFFD...0xFFFF: true
        default: false
        }
    }
}
