/// Ten codes on paper, each of which stands in once for a phone that is lost. Only their hashes are kept.
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
    func hashes(of member: StaffMember.ID) -> [String] { printed.compactMap { Self.hash($0, of: member) } }

    /// Fifty bits are hashed with the member, so that no table of all codes fits; nil for what is no such code.
    static func hash(_ typed: String, of member: StaffMember.ID) -> String? {
        PlainSigns.read(typed, count: length).map { Digest.sha256("recovery code \(member.text) \($0)") }
    }
}
