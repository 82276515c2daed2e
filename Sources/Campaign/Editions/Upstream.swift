package import Documents
import Foundation
package import Storage

/// What the international section says of an output, field by field, so that a section sees later what was changed.
///
/// A field is named by what it is and its language: `deadline`, `headline.en`, `letter.es`, `copies`.
package struct Upstream: Sendable, Equatable {
    package let fields: [String: String]

    /// What fields are named, without a language.
    package static let names = [
        "deadline", "ending", "outcome", "headline", "lead", "call", "demands", "background", "letter", "targets", "copies", "instructions",
        "postal_note", "safety_note",
    ]

    package init(fields: [String: String] = [:]) {
        self.fields = fields
    }

    package init(_ output: Output) {
        var fields: [String: String] = [:]
        func put(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { fields[name] = text.filter { $0 != Self.afterName && $0 != Self.afterField } }
        }
        put("deadline", output.actUntil(for: .international)?.text)
        put("ending", [output.ending?.on?.text, output.ending?.reason?.rawValue].compactMap { $0 }.joined(separator: " "))
        put("outcome", output.outcome?.rawValue)
        for text in output.texts {
            put("headline.\(text.language)", text.headline)
            put("lead.\(text.language)", text.lead)
            put("call.\(text.language)", text.call)
            put("demands.\(text.language)", text.demands.joined(separator: "\n"))
            put("background.\(text.language)", text.background.joined(separator: "\n\n"))
        }
        for letter in output.letters {
            let parts = [letter.greeting].compactMap { $0 } + letter.body + [letter.closing].compactMap { $0 }
            put("letter.\(letter.language)", parts.joined(separator: "\n\n"))
        }
        if let edition = output.editions.first(where: { $0.section == .international }) {
            put("targets", AddresseeLines.text(of: edition.addressees.filter { $0.role == .target }))
            put("copies", AddresseeLines.text(of: edition.addressees.filter { $0.role == .copy }))
            for (language, words) in edition.words {
                put("instructions.\(language)", words.instructions.joined(separator: "\n"))
                put("postal_note.\(language)", words.postalNote)
                put("safety_note.\(language)", words.safetyNote)
            }
        }
        self.fields = fields
    }

    /// What is said otherwise now, in the order of the names.
    package func changes(to now: Upstream) -> [Change] {
        Set(fields.keys).union(now.fields.keys).sorted().compactMap { field in
            fields[field] == now.fields[field] ? nil : Change(field: field, before: fields[field], after: now.fields[field])
        }
    }

    /// With one field as it is said now.
    func seeing(_ field: String, of now: Upstream) -> Upstream {
        var fields = fields
        fields[field] = now.fields[field]
        return Upstream(fields: fields)
    }

    package struct Change: Sendable, Equatable {
        package let field: String
        package let before: String?
        package let after: String?

        /// The name without its language: `headline`.
        package var name: String { String(field.split(separator: ".")[0]) }
        package var language: Language? { field.contains(".") ? Language(rawValue: String(field.drop { $0 != "." }.dropFirst())) : nil }
    }
}

/// As stored: each field on a line of its own kind, between separators that no text has in it, and nothing escaped, so that a name which has to
/// go is found there as in any other words.
extension Upstream: Bindable, Readable {
    private static let afterName: Character = "\u{1F}", afterField: Character = "\u{1E}"

    package var value: Value {
        .text(fields.sorted { $0.key < $1.key }.map { "\($0.key)\(Self.afterName)\($0.value)" }.joined(separator: String(Self.afterField)))
    }

    package static func read(_ value: Value) throws -> Upstream {
        let fields = try String.read(value).split(separator: afterField).map { $0.split(separator: afterName, maxSplits: 1).map(String.init) }
        guard fields.allSatisfy({ $0.count == 2 }) else { throw Unreadable(value, as: self) }
        return Upstream(fields: Dictionary(fields.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first }))
    }
}
