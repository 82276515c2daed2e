import Synchronization

/// The keys of one program, replaced when their file was.
final class KeyShelf: Sendable {
    private let held: Mutex<Keyring.Keys>
    private let reload: (@Sendable () -> Keyring.Keys?)?

    init(_ keys: Keyring.Keys, reload: (@Sendable () -> Keyring.Keys?)?) throws {
        guard !keys.sealing.isEmpty else { throw Keyring.Trouble.noKeys }
        if let misshapen = (keys.sealing + [keys.lookup]).first(where: { $0.bytes.count != Seal.keyLength }) {
            throw Keyring.Trouble.misshapen(misshapen.id)
        }
        held = Mutex(keys)
        self.reload = reload
    }

    var keys: Keyring.Keys { held.withLock { $0 } }

    /// The keys as they are now: a seal by a key that is about to be thrown away would be lost with it.
    var fresh: Keyring.Keys {
        if let newer = reload?(), (try? KeyShelf(newer, reload: nil)) != nil, newer.lookup == keys.lookup { held.withLock { $0 = newer } }
        return keys
    }

    func key(_ id: String) -> Keyring.Key? {
        keys.sealing.first { $0.id == id } ?? fresh.sealing.first { $0.id == id }
    }
}

extension Keyring.Keys {
    var current: Keyring.Key { sealing[0] }
}
