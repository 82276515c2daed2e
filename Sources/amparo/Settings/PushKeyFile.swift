import Campaign
import Foundation
import Outgoing
import Storage

/// The key by which push services know this server (VAPID): a number of 32 bytes as hexadecimal digits in a file of its own, beside the
/// database and never in it. Browsers bind their notifications to it, so another key ends all of them.
///
/// Programs on several machines need the same file.
struct PushKeyFile {
    private let file: OwnerFile

    init(in folder: String) {
        file = OwnerFile(path: "\(folder)/amparo.push")
    }

    var path: String { file.path }

    /// Whether the owner alone may read it; nil when there is none yet.
    var isPrivate: Bool? { file.isPrivate }

    /// The key, made on the first start. Throws `Complaint` when it is gone and browsers are bound to it: a fresh one would reach none of
    /// them, and hide that the old one is lost.
    func key(for store: Store) async throws -> KeyP256 {
        if isPrivate == nil, try await store.database.read({ db in try db.countBrowsers() }) > 0 {
            throw Complaint("\(path) is missing, and browsers get notifications by its key alone. Put it back.", status: .settings)
        }
        let world = store.world
        try file.make(world) { "\(Self.fresh(world))\n" }
        return try key()
    }

    /// What it holds. Throws `Complaint` for what is no key.
    func key() throws -> KeyP256 {
        let digits = try Array(String(contentsOfFile: path, encoding: .utf8).utf8.filter { $0 > 0x20 })
        let pairs = stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        guard digits.count == 64, let key = KeyP256(pairs) else {
            throw Complaint("\(path) is not a key of Amparo: 64 hexadecimal digits are wanted.", status: .settings)
        }
        return key
    }

    /// Of 32 chance bytes, one in four thousand million is no key.
    private static func fresh(_ world: World) -> String {
        while true {
            let digits = Digest.sha256(world.token())
            if !digits.hasPrefix("ffffffff"), digits.contains(where: { $0 != "0" }) { return digits }
        }
    }
}
