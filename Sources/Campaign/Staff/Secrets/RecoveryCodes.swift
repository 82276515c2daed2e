/// Ten codes on paper, each of which stands in once for a phone that is lost. Only marks of them are kept.
package struct RecoveryCodes: Sendable {
    package static let count = 10
    private static let length = 10

    /// As they are printed, in two halves.
    package let printed: [String]

    init(token: String) {
        printed = (1...Self.count).map { number in
            let signs = PlainSigns.made(from: "recovery \(number) \(token)", count: Self.length)
            return "\(signs.prefix(5))-\(signs.suffix(5))"
        }
    }

    /// What is kept of each.
    func marks(of member: StaffMember.ID, _ keyring: Keyring) -> [String] { printed.compactMap { Self.mark($0, of: member, keyring) } }

    /// Keyed, since fifty bits are found by trying; and with the member, so that it is nobody else's. Nil for what is no such code.
    static func mark(_ typed: String, of member: StaffMember.ID, _ keyring: Keyring) -> String? {
        PlainSigns.read(typed, count: length).map { keyring.mark("\(member.text) \($0)", purpose: "recovery code") }
    }
}
