import Documents

/// The lists that stand in one field of a manuscript, a line each, their parts divided by tabs.
package enum FieldLines {
    /// Within a part, where a line of its own would begin.
    private static let inner = "\u{2028}"

    package static func line(_ parts: [String]) -> String {
        parts.map { $0.replacing("\t", with: " ").replacing("\r\n", with: "\n").replacing("\n", with: inner) }.joined(separator: "\t")
    }

    package static func parts(_ line: some StringProtocol) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).replacing(inner, with: "\n") }
    }

    package static func lines(_ field: String) -> [[String]] {
        field.split(separator: "\n").map(parts)
    }

    /// Names and pronouns, where there is a name.
    package static func subjects(_ subjects: [(name: String, pronouns: String)]) -> String {
        subjects.filter { !$0.name.isEmpty }.map { line($0.pronouns.isEmpty ? [$0.name] : [$0.name, $0.pronouns]) }.joined(separator: "\n")
    }

    static func subjects(_ field: String) -> [Subject] {
        lines(field).map { Subject(name: $0[0], pronouns: $0.count > 1 ? $0[1] : nil) }
    }

    /// Ways to reach somebody. One without a place is known to be, and hidden where it was found.
    package static func contacts(_ contacts: [ContactPoint]) -> String {
        contacts.map { line([$0.channel.rawValue, $0.checkedOn?.text ?? "", $0.place ?? ""]) }.joined(separator: "\n")
    }

    package static func contacts(_ field: String) -> [ContactPoint] {
        lines(field).compactMap { parts in
            guard let channel = Channel(rawValue: parts[0]) else { return nil }
            let place = parts.count > 2 ? parts[2] : ""
            return ContactPoint(channel: channel, place: place.isEmpty ? nil : place, checkedOn: parts.count > 1 ? Day(parts[1]) : nil)
        }
    }

    /// As people read it: parts behind one another, a contact's lines after it.
    package static func printed(_ field: String) -> String {
        field.replacing("\t", with: " · ").replacing(inner, with: ", ")
    }
}
