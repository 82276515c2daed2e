package import Documents
import Foundation

extension WordList {
    /// For programs that know gettext. The key is the context; where a text has places, `msgfmt -c` looks whether the translation has the same.
    package var portableObject: String {
        let header = [
            PortableObject.Field("Project-Id-Version", "amparo"), PortableObject.Field("PO-Revision-Date", ""),
            PortableObject.Field("Last-Translator", ""), PortableObject.Field("Language-Team", ""),
            PortableObject.Field("Language", language.rawValue.replacing("-", with: "_")),
            PortableObject.Field("Plural-Forms", PluralRule.expression(in: language)),
        ]
        let entries = entries.map { entry -> PortableObject.Entry in
            let forms = entry.forms(in: language).map { $0.own ?? "" }
            switch entry.english {
            case .plural(let english):
                return PortableObject.Entry(context: entry.key, source: english["one"] ?? "", sourcePlural: english["other"] ?? "", forms: forms)
            case .text(let text):
                let hasPlaces = !Translations.Wording.places(in: text).isEmpty
                return PortableObject.Entry(context: entry.key, source: text, forms: forms, flags: hasPlaces ? ["python-brace-format"] : [])
            }
        }
        return PortableObjectWriter()(PortableObject(header: header, entries: entries))
    }

    /// For programs that know XLIFF: each form of a plural is a unit, and places are marked as what stays.
    package func xliff(_ version: TranslationFile.Version) -> String {
        let units = entries.flatMap { $0.forms(in: language) }.map { form in
            TranslationFile.Unit(
                id: form.id, source: Self.runs(form.english), target: form.own.map(Self.runs), state: form.own == nil ? .initial : .translated)
        }
        return XLIFFWriter()(TranslationFile(version: version, original: Self.original, source: "en", target: language, units: units))
    }

    static let original = "amparo-words"

    /// The file of the language. What `own`, the file as it was, says already stays as it is written there, byte for byte; what is new stands
    /// where it stands in the English file.
    package func json(like english: String, over own: String) throws -> String {
        let known = try JSONDecoder().decode([String: Translations.Wording].self, from: Data(own.utf8))
        var file = WordFile(own)
        let groups = KeyOrder(english).groups
        for entry in entries {
            guard let words = entry.own, words != known[entry.key] else { continue }
            file.put(Self.value(words, in: language), under: entry.key, in: groups)
        }
        return file.text
    }

    private static func value(_ wording: Translations.Wording, in language: Language) -> String {
        switch wording {
        case .text(let text): quoted(text)
        case .plural(let forms):
            "{ "
                + PluralRule.categories(in: language).compactMap { name in forms[name].map { "\(quoted(name)): \(quoted($0))" } }
                .joined(separator: ", ") + " }"
        }
    }

    /// JSON's quotes, without the escapes that nobody needs.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted += scalar.value < 0x20 ? " " : String(scalar)
            }
        }
        return quoted + "\""
    }

    /// "To {name}" is words and a place that stays.
    private static func runs(_ text: String) -> [TranslationFile.Run] {
        var runs: [TranslationFile.Run] = [], rest = text[...]
        for match in text.matches(of: /\{[a-z_]+\}/) {
            if rest.startIndex < match.range.lowerBound { runs.append(.words(String(rest[..<match.range.lowerBound]))) }
            runs.append(.kept(String(match.output)))
            rest = text[match.range.upperBound...]
        }
        if !rest.isEmpty { runs.append(.words(String(rest))) }
        return runs
    }
}
