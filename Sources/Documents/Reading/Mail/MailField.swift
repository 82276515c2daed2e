/// A field with parameters: `text/plain; charset="utf-8"; format=flowed`.
package struct MailField {
    /// In small letters.
    package let value: String
    private let parameters: [String: String]

    package init(_ text: String?) {
        let parts = Self.parts(text ?? "")
        value = parts.first?.trimmed.lowercased() ?? ""
        let pairs = parts.dropFirst().prefix(20).compactMap { part -> (String, String)? in
            guard let equals = part.firstIndex(of: "=") else { return nil }
            let name = part[..<equals].trimmed.lowercased()
            let value = part[part.index(after: equals)...].trimmed
            return (name, value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value)
        }
        parameters = Dictionary(pairs) { first, _ in first }
    }

    package subscript(_ name: String) -> String? { parameters[name] }

    /// Parted at semicolons outside quotation marks.
    private static func parts(_ text: String) -> [String] {
        var parts = [""], isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }
}
