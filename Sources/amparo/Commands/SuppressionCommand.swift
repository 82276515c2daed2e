import ArgumentParser
import Campaign
import Documents
import Storage

struct SuppressionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppression",
        abstract: "Addresses that are not written to, and why.",
        discussion: """
            The list holds keyed hashes and no address.

              amparo suppression list --section ch
              amparo suppression clear --address rosa@example.org --section ch
            """,
        subcommands: [SuppressionList.self, SuppressionClear.self]
    )
}

struct SuppressionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List them: hash, section, reason, since when, detail.")

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("Only those of this section.", valueName: "code"))
    var section: String?

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let code = section.map { Section.Code(rawValue: $0) }
            let rows = try await store.database.read { db in try db.suppressions(of: code) }
                .map { [$0.lookup, $0.section.rawValue, $0.reason.rawValue, $0.at.text, $0.detail] }
            if !rows.isEmpty { Terminal.say(Columns(rows).text) }
        }
    }
}

struct SuppressionClear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Let an address be written to again that bounced, complained or was kept out by staff.",
        discussion: "What its owner wished (unsubscribed, erased) cannot be cleared by anybody else."
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "The address itself.")
    var address: String?

    @Option(help: ArgumentHelp("The section, with an address.", valueName: "code"))
    var section = "int"

    @Option(help: "The hash, as the list prints it.")
    var hash: String?

    func validate() throws {
        guard (address == nil) != (hash == nil) else { throw ValidationError("Say either --address or --hash.") }
    }

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let clear = ClearSuppression(database: store.database, world: store.world)
            try await clear(try await lookup(settings, store), by: actor.name)
            Terminal.say("cleared")
        }
    }

    private func lookup(_ settings: Settings, _ store: Store) async throws -> String {
        if let hash { return hash }
        guard let text = address, let address = MailAddress(text) else { throw AlertRefusal.noAddress(address ?? "") }
        return try await KeyFile(in: settings.folder.value).keyring(for: store).lookup(address, section: Section.Code(rawValue: section))
    }
}
