import CSodium
import Foundation

/// Everything the program takes from the world that a test must be able to hold still.
package struct World: Sendable {
    package var now: @Sendable () -> Instant
    /// A fresh identifier for a row: UUID version 7 (RFC 9562 section 5.7).
    package var newID: @Sendable () -> String
    /// 32 random bytes in base 64 for the web: unguessable, safe in a URL and in a form.
    package var token: @Sendable () -> String

    package init(
        now: @escaping @Sendable () -> Instant,
        newID: @escaping @Sendable () -> String,
        token: @escaping @Sendable () -> String
    ) {
        self.now = now
        self.newID = newID
        self.token = token
    }
}

extension World {
    /// The clock of the machine and libsodium's random numbers.
    package static let live = World(
        now: currentInstant,
        newID: { UUIDv7.text(at: currentInstant().milliseconds, random: randomBytes(10)) },
        token: { WebSafeBase64.text(of: randomBytes(32)) }
    )

    private static func currentInstant() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
