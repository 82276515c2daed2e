import ArgumentParser
import Campaign
import Foundation

struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove all supporters, their addresses and all about them, at once and for good (docs/panic.md).",
        discussion: """
            For the minute before a server is taken. Actions, counts, officials and staff stay, and the site goes on. With --keys the keys go too, \
            so that no older copy of the database opens with what is on this machine; stop the server then, which has them in memory.

              amparo purge --supporters --yes
              amparo purge --supporters --keys --yes
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Flag(help: "Everything about supporters.")
    var supporters = false

    @Flag(help: "The keys that open addresses, the key of browsers, and the key of this server, which other servers know it by.")
    var keys = false

    @Flag(help: "Nobody is asked again.")
    var yes = false

    func validate() throws {
        guard supporters else { throw ValidationError("Say what: --supporters, with or without --keys.") }
        guard yes else { throw ValidationError("Nothing was done. This cannot be undone; say --yes.") }
    }

    func run() async throws {
        let settings = try await options.settings()
        // the keys first: whatever happens next, they are gone
        if keys { try removeKeys(in: settings.folder.value) }
        try await Store.with(settings, .present) { store in
            let count = try await PurgeSupporters(database: store.database, world: store.world)(
                withKeys: keys, by: actor.name)
            Terminal.say("\(count) supporters removed\(keys ? ", and the keys" : "")")
        }
    }

    private func removeKeys(in folder: String) throws {
        for path in [KeyFile(in: folder).path, PushKeyFile(in: folder).path, ServerKeyFile(in: folder).path]
        where FileManager.default.fileExists(atPath: path) {
            try OwnerFile(path: path).overwrite()
            try FileManager.default.removeItem(atPath: path)
        }
    }
}
