import COpenSSL
import Foundation

/// The six digits that a phone shows for half a minute (TOTP, RFC 6238: HMAC-SHA-1, 30 seconds).
package struct TimeCode: Sendable {
    /// 20 bytes, as RFC 4226 section 4 asks for.
    let secret: [UInt8]

    /// A new secret out of a token of the world's.
    init(token: String) {
        let digits = Array(Digest.sha256("time code \(token)"))
        secret = (0..<20).map { UInt8(String(digits[2 * $0..<2 * $0 + 2]), radix: 16) ?? 0 }
    }

    init?(base32 text: String) {
        guard let bytes = Base32.bytes(of: text), bytes.count == 20 else { return nil }
        secret = bytes
    }

    /// For typing into a phone that cannot scan.
    package var base32: String { Base32.text(of: secret) }

    /// What a phone scans (the key URI format of authenticator programs).
    package func address(issuer: String, login: LoginName) -> String {
        let issuer = issuer.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "otpauth://totp/\(issuer):\(login.text)?secret=\(base32)&issuer=\(issuer)"
    }

    /// The step that a typed code is of: this one, the one before, or the next, for clocks that differ (RFC 6238 section 5.2); nil for a wrong
    /// code, and for one that was used: `last` and all before it open nothing again.
    func step(of typed: String, at now: Instant, after last: Int64?) throws -> Int64? {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let current = now.milliseconds / 30_000
        for step in [current, current - 1, current + 1] where step > last ?? -1 {
            if SteadyComparison.equal(try code(step), String(digits)) { return step }
        }
        return nil
    }

    /// What the phone shows then.
    package func code(at now: Instant) throws -> String { try code(now.milliseconds / 30_000) }

    /// RFC 4226 section 5.3.
    func code(_ step: Int64) throws -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        var mac = [UInt8](repeating: 0, count: 20), length = 0
        guard EVP_Q_mac(nil, "HMAC", nil, "SHA1", nil, secret, secret.count, counter, counter.count, &mac, mac.count, &length) != nil, length == 20
        else { throw TimeCodeFault.noMAC }
        let start = Int(mac[19] & 15)
        let number = mac[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

enum TimeCodeFault: Error { case noMAC }
