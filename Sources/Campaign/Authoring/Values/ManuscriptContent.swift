package import Documents
import Foundation

/// All that is written of an output, as named fields: what can be compared, kept and taken up again without knowing what each of them means.
///
/// A list within a field has a line for each thing: a subject with its pronouns, a contact with its channel and the day it was checked.
package struct ManuscriptContent: Sendable, Equatable {
    /// By their names; the empty ones are not there.
    package private(set) var fields: [String: String] = [:]

    package init() {}

    package subscript(name: String) -> String {
        get { fields[name] ?? "" }
        set { fields[name] = newValue.isEmpty ? nil : newValue }
    }

    package subscript(part: ManuscriptPart, name: String) -> String {
        get { self[part.prefix + name] }
        set { self[part.prefix + name] = newValue }
    }

    /// The fields of a part by their bare names, the empty ones too.
    package func typed(_ part: ManuscriptPart) -> [String: String] {
        Dictionary(uniqueKeysWithValues: part.fields.map { ($0.name, self[part, $0.name]) })
    }

    package func has(_ part: ManuscriptPart) -> Bool { fields.keys.contains { $0.hasPrefix(part.prefix) } }

    mutating func remove(_ part: ManuscriptPart) {
        for name in fields.keys where name.hasPrefix(part.prefix) { fields[name] = nil }
    }

    /// The languages that something is written in, of texts, letters or section words.
    package func languages(_ make: (Language) -> ManuscriptPart) -> [Language] {
        let tags = fields.keys.compactMap { ManuscriptPart.of($0)?.part }.compactMap { part -> Language? in
            switch part {
            case .text(let language), .letter(let language), .words(let language): make(language) == part ? language : nil
            default: nil
            }
        }
        return Set(tags).sorted { $0.rawValue < $1.rawValue }
    }

    /// The addressees, in their order.
    package var addressees: [String] {
        let ids = Set(
            fields.keys.compactMap { name -> String? in
                if case .addressee(let id)? = ManuscriptPart.of(name)?.part { id } else { nil }
            })
        return ids.sorted { (order(of: $0), $0) < (order(of: $1), $1) }
    }

    private func order(of id: String) -> Int { Int(self[.addressee(id), "order"]) ?? .max }

    /// The fields that differ, by name.
    package func differences(from earlier: ManuscriptContent) -> [String] {
        Set(fields.keys).union(earlier.fields.keys).filter { self[$0] != earlier[$0] }.sorted()
    }
}

extension ManuscriptContent {
    /// The same content is the same text: names in their order.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    init(json: String) throws {
        fields = try JSONDecoder().decode([String: String].self, from: Data(json.utf8)).filter { !$0.value.isEmpty }
    }
}
