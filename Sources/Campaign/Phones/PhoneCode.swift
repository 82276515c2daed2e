/// A number that somebody gave, until they type the code that was sent to it.
struct PhoneCode: Sendable, Equatable {
    let tokenHash: String
    let supporter: Supporter.ID
    let lookup: String
    /// Sealed for ``IdentityPlace/phone(ofCode:)``.
    let sealed: Sealed
    /// nil while it waits for the address to be confirmed: until then we text nobody.
    let codeHash: String?
    /// How often a wrong code was typed.
    var attempts = 0
    let sentAt: Instant
    let endsAt: Instant

    /// Six digits, that telephones offer to type by themselves. The token cannot be told from them.
    static func digits(of token: String) -> String {
        let number = Digest.sha256("phone code \(token)").prefix(12).reduce(0 as UInt64) { $0 << 4 | UInt64($1.hexDigitValue ?? 0) }
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    static func mark(_ typed: String, with token: String, _ keyring: Keyring) -> String {
        keyring.mark("\(token) \(typed.filter(\.isNumber))", purpose: "phone code")
    }
}
