import Campaign
import Foundation
import Storage

/// The keys to who supporters are, in a file beside the database and never in it. Whoever loses it loses every address; whoever copies
/// the database without it has none.
///
/// Made on the first start and never overwritten; only `amparo keys rotate` puts a key on top. Programs on several machines need the
/// same file.
struct KeyFile {
    private let file: OwnerFile

    init(in folder: String) {
        file = OwnerFile(path: "\(folder)/amparo.keys")
    }

    var path: String { file.path }

    /// Whether the owner alone may read it; nil when there is none yet.
    var isPrivate: Bool? { file.isPrivate }

    /// The keyring of a program that works with supporters. Throws `Complaint` when there are supporters and no keys to them: fresh ones
    /// would open nothing, and hide that the old ones are lost; and when the database was begun with other keys, by another machine.
    func keyring(for store: Store) async throws -> Keyring {
        if isPrivate == nil, try await !store.database.read({ db in try db.keysInUse() }).isEmpty {
            throw Complaint("\(path) is missing, and the database holds addresses that only its keys open. Put it back.", status: .settings)
        }
        let keyring = try keyring(store.world)
        do { try await MatchKeys(database: store.database, keyring: keyring)() } catch let trouble as Keyring.Trouble {
            throw Complaint(trouble, path)
        }
        return keyring
    }

    /// The same without looking at a database. Two programs that start at once end with the same keys; a change of the file is seen while
    /// the program runs.
    func keyring(_ world: World) throws -> Keyring {
        try file.make(world) { try KeyList(making: world).json() }
        let stamp = KeyFileStamp(path), keys = try list().keyring
        return try Keyring(keys) { stamp.hasChanged() ? try? list().keyring : nil }
    }

    /// What it holds. Throws `Complaint` for what is not a list of keys.
    func list() throws -> KeyList {
        guard let list = try? KeyList(json: Data(contentsOf: URL(filePath: path))) else {
            throw Complaint("\(path) is not a list of keys of Amparo.", status: .settings)
        }
        return list
    }

    func replace(_ list: KeyList, _ world: World) throws {
        try file.replace(list.json(), world)
    }

    /// Runs `body` while no other program changes the keys. Throws `Complaint` when one does already.
    func alone<T>(_ body: () async throws -> T) async throws -> T {
        let descriptor = open("\(path).lock", O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path]) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Complaint("Another program is changing the keys.", status: .tryAgain) }
        return try await body()
    }
}

extension Complaint {
    /// That the keys of this machine are not those of the database.
    fileprivate init(_ trouble: Keyring.Trouble, _ path: String) {
        let lack =
            switch trouble {
            case .unknownKey(let id): "lacks the key \(id), with which addresses in this database are sealed"
            default: "holds other keys than those this database was begun with, so nobody would be found by their address"
            }
        self.init(
            "\(path) \(lack).", "Machines that share a database share this file: copy it from the one that works, for its owner alone (mode 600).",
            "If those keys are lost and nothing was sealed with them, `amparo keys adopt` begins with these.", status: .settings)
    }
}
