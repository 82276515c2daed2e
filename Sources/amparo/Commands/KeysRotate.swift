import ArgumentParser
import Campaign
import Storage

struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Seal every address anew with a new key.",
        discussion: """
            May be broken off and run again, and needs no stop of the server. Old keys stay in the file for as long as something is sealed \
            with them, and for a day. Back up amparo.keys afterwards, apart from the database. Where several machines share one database \
            the file must be shared too.

              amparo keys rotate
            """
    )

    @OptionGroup var options: SettingsOptions
    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let file = KeyFile(in: settings.folder.value)
            let keyring = try await file.keyring(for: store)
            try await file.alone { try await rotate(file, keyring, store) }
        }
    }

    private func rotate(_ file: KeyFile, _ keyring: Keyring, _ store: Store) async throws {
        let list = try file.list()
        let inUse = try await store.database.read { db in try db.keysInUse() }
        let isHalfDone = !inUse.isSubset(of: [list.keys[0].id])
        if isHalfDone {
            Terminal.say("going on where the last rotation ended")
        } else {
            try file.replace(list.rotated(store.world), store.world)
        }
        let renewed = try await RotateKeys(database: store.database, keyring: keyring)()
        let stillInUse = try await store.database.read { db in try db.keysInUse() }
        let kept = try file.list().dropped(inUse: stillInUse, at: store.world.now())
        try file.replace(kept, store.world)
        Terminal.say("sealed anew: \(renewed)")
        Terminal.say("keys in \(file.path): \(kept.keys.count)")
    }
}
