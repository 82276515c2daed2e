import CSodium
import Foundation

/// What a staff member keeps in their head. Only its Argon2id hash is kept here (RFC 9106, by libsodium: 2 passes over 64 MiB).
package struct Password: Sendable {
    /// In characters; NIST SP 800-63B section 3.1.1 asks for 8 and more, beside a second factor.
    package static let shortest = 10
    /// Longer ones cost time and protect nobody better.
    package static let longest = 200

    private let bytes: [CChar]

    /// Nil for one that is too short or too long. The same letters typed on another keyboard are the same password (NFKC).
    package init?(_ typed: String) {
        let folded = typed.precomposedStringWithCompatibilityMapping
        guard (Self.shortest...Self.longest).contains(folded.count), folded.utf8.count <= 4 * Self.longest else { return nil }
        bytes = folded.utf8.map(CChar.init(bitPattern:))
    }

    /// A new hash with its salt, in the form that libsodium checks. Takes some tens of milliseconds and 64 MiB.
    func hash() throws -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let made = crypto_pwhash_str(
            &text, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
        guard made == 0 else { throw PasswordFault.outOfMemory }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether this is the password of that hash, in a time that says nothing.
    func matches(_ hash: String) -> Bool {
        crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }
}

/// The machine has no memory left for a hash.
enum PasswordFault: Error { case outOfMemory }
