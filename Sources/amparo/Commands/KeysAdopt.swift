import ArgumentParser
import Campaign

struct KeysAdopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Begin with this machine's keys, where a database knows others and nothing needs them.",
        discussion: """
            Refused while the database holds an address, or that nothing may be mailed to one: those only the old keys open and find.

              amparo keys adopt
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let file = KeyFile(in: settings.folder.value)
            guard try await AdoptKeys(database: store.database, keyring: try file.keyring(store.world))() else {
                throw Complaint(
                    "The database holds addresses or suppressions that need its own keys.", "Put their file back at \(file.path).", status: .refused)
            }
            Terminal.say("the database goes by the keys in \(file.path)")
        }
    }
}
