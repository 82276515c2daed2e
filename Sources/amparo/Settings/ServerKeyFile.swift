import Campaign
import Foundation
import Outgoing
import Storage

/// The key by which other servers know this one, in a file of its own beside the database and never in it.
///
/// Other servers take what is signed with it, and with a key for which it vouched, alone. Programs on several machines need the same file.
struct ServerKeyFile {
    private let file: OwnerFile

    init(in folder: String) {
        file = OwnerFile(path: "\(folder)/amparo.server")
    }

    var path: String { file.path }

    /// Whether the owner alone may read it; nil when there is none yet.
    var isPrivate: Bool? { file.isPrivate }

    /// Makes the key on the first start. Throws `Complaint` when it is gone and other servers go by it: they would believe no fresh one. After a theft
    /// all of them are let go first.
    func make(for store: Store) async throws {
        if isPrivate == nil, try await store.database.read({ db in try db.partners() }).contains(where: { $0.endedAt == nil }) {
            throw Complaint("\(path) is missing, and other servers know this one by its key alone. Put it back.", status: .settings)
        }
        let world = store.world
        try file.make(world) { try ServerKeys(seed: world.seed(), at: world.now()).json() }
        _ = try keys()
    }

    /// What it holds now. Throws `Complaint` for what are no keys.
    func keys() throws -> ServerKeys {
        guard let keys = try? ServerKeys(json: Data(contentsOf: URL(filePath: path))) else {
            throw Complaint("\(path) holds no keys of Amparo.", status: .settings)
        }
        return keys
    }

    func replace(_ keys: ServerKeys, _ world: World) throws {
        try file.replace(keys.json(), world)
    }
}

extension Federation {
    /// What the program of these settings is to other servers. Makes its key on the first start.
    init(_ settings: Settings, _ store: Store) async throws {
        let file = ServerKeyFile(in: settings.folder.value), port = settings.port.value
        try await file.make(for: store)
        self.init(keys: { try file.keys() }, line: OutgoingGate.toPartners(), origin: { $0.origin(port: port) })
    }
}
