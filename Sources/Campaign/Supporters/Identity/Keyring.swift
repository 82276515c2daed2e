import CSodium
package import Documents
import Synchronization

/// The keys to who supporters are. They lie in a file beside the database and never in it: a copy of all rows opens nothing.
///
/// One lookup key, which stays, and one or more sealing keys, of which the first seals and all open. A program that meets a seal by a key it
/// has not seen asks `reload`, so that keys are changed while it runs.
package struct Keyring: Sendable {
    /// 32 random bytes with a name.
    package struct Key: Sendable, Equatable {
        package let id: String
        package let bytes: [UInt8]

        package init(id: String, bytes: [UInt8]) {
            self.id = id
            self.bytes = bytes
        }
    }

    /// All that the file holds, the current key first.
    package struct Keys: Sendable, Equatable {
        package let sealing: [Key]
        /// Finds and marks; never changed, or nobody would be found and every link in a mail of last year would be dead.
        package let lookup: Key

        package init(sealing: [Key], lookup: Key) {
            self.sealing = sealing
            self.lookup = lookup
        }
    }

    /// What is wrong with keys or with a seal. It says nothing about what was sealed.
    package enum Trouble: Error, Equatable {
        case noKeys
        /// A key of another length than 32 bytes.
        case misshapen(String)
        /// Sealed with a key that is not here.
        case unknownKey(String)
        /// The database finds addresses by another key.
        case otherLookup
        /// Not what was sealed here for this place: changed, or carried over from another row.
        case broken
    }

    private let shelf: KeyShelf

    /// - Parameter reload: the keys as they are now, or nil when they have not changed since; asked before each seal and on an unknown key.
    package init(_ keys: Keys, reload: (@Sendable () -> Keys?)? = nil) throws {
        shelf = try KeyShelf(keys, reload: reload)
    }

    /// The id of the key that seals now.
    package var currentKey: String { shelf.fresh.current.id }

    /// The ids of all keys that open.
    package var keyIDs: [String] { shelf.fresh.sealing.map(\.id) }

    /// The text under the current key: XChaCha20-Poly1305 with `place` (row id and column) as associated data, so that a seal moved to
    /// another row does not open there.
    package func sealed(_ text: String, for place: String) -> Sealed {
        let key = shelf.fresh.current
        return Sealed(keyID: key.id, bytes: Seal.closed(Array(text.utf8), key: key.bytes, place: Array(place.utf8)))
    }

    /// The text of a seal. Throws `Trouble.unknownKey`, `Trouble.broken`.
    package func opened(_ sealed: Sealed, for place: String) throws -> String {
        guard let key = shelf.key(sealed.keyID) else { throw Trouble.unknownKey(sealed.keyID) }
        return String(decoding: try Seal.opened(sealed.bytes, key: key.bytes, place: Array(place.utf8)), as: UTF8.self)
    }

    /// The name under which an address is found in its section: a keyed hash of how it is compared, 43 letters.
    package func lookup(_ address: MailAddress, section: Section.Code) -> String {
        mark("\(section.rawValue) \(address.comparable)", purpose: "lookup")
    }

    /// A mark that only the holder of the lookup key can make of that text, 43 letters, for links that need no row.
    package func mark(_ text: String, purpose: String) -> String {
        WebSafeBase64.text(of: Seal.mark(Array(text.utf8), key: shelf.keys.lookup.bytes, purpose: purpose))
    }
}

/// A text that only its keyring opens, and the key it was sealed with.
package struct Sealed: Sendable, Equatable {
    package let keyID: String
    package let bytes: [UInt8]

    package init(keyID: String, bytes: [UInt8]) {
        self.keyID = keyID
        self.bytes = bytes
    }
}
