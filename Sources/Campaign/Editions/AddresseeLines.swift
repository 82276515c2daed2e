import Documents

/// Addressees as staff type them: a line for the name, one for the office, one for the greeting, then a line for each contact, and an empty line
/// before the next person.
///
///     name: Elena Brunner
///     office: Embassy of Kenya
///     post: Avenue de la Paix 1 / 1202 Geneva
///     email: mission@example.org
package enum AddresseeLines {
    /// The text to type on.
    package static func text(of addressees: [Addressee]) -> String {
        addressees.map { one in
            let who = [("name", one.name), ("office", one.office), ("greeting", one.salutation)].compactMap { key, text in
                text.map { "\(key): \(flat($0))" }
            }
            let contacts = one.contacts.compactMap { contact in contact.place.map { "\(contact.channel.rawValue): \(flat($0))" } }
            return (who + contacts).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// Reads what was typed. Throws the first line that says nothing we know.
    package static func addressees(_ text: String, role: Addressee.Role) throws(Unclear) -> [Addressee] {
        var all: [Addressee] = []
        for block in blocks(text) {
            var name: String?, office: String?, greeting: String?, contacts: [ContactPoint] = []
            for line in block {
                guard let colon = line.firstIndex(of: ":") else { throw Unclear(line: line) }
                let key = line[..<colon].trimmed.lowercased(), said = line[line.index(after: colon)...].trimmed
                guard !said.isEmpty, said.utf8.count <= 500 else { throw Unclear(line: line) }
                switch key {
                case "name": name = said
                case "office": office = said
                case "greeting": greeting = said
                default:
                    guard let channel = Channel(rawValue: key) else { throw Unclear(line: line) }
                    let place = channel == .post ? said.split(separator: "/").map(\.trimmed).joined(separator: "\n") : said
                    contacts.append(ContactPoint(channel: channel, place: place))
                }
            }
            guard name != nil || office != nil else { throw Unclear(line: block[0]) }
            all.append(Addressee(role: role, name: name, office: office, salutation: greeting, contacts: contacts))
        }
        return all
    }

    /// A line that names no field, or a person without a name and an office.
    package struct Unclear: Error, Equatable {
        package let line: String
    }

    private static func blocks(_ text: String) -> [[String]] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.trimmed)
        return lines.split(separator: "").map { Array($0) }
    }

    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " / ")
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
