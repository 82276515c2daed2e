import Documents

/// Groups of fields, parted by empty lines, as the reports for programs hold them (RFC 3464 section 2.1).
enum FieldGroups {
    static func of(_ body: [UInt8]) -> [MailHeader] {
        var groups: [MailHeader] = [], place = 0
        while groups.count < 2 * BounceReading.mostBounces {
            while place < body.count, body[place] == 0x0D || body[place] == 0x0A { place += 1 }
            guard place < body.count else { break }
            let group = MailHeader(body[place...])
            groups.append(group)
            place = max(group.end, place + 1)
        }
        return groups
    }

    /// The address of "rfc822; rosa@example.org".
    static func address(_ field: String?) -> String? {
        guard let field, let semicolon = field.firstIndex(of: ";") else { return nil }
        return ReturnedMail.inBrackets(String(field[field.index(after: semicolon)...]))
    }
}
