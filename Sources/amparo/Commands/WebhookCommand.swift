import ArgumentParser
import Campaign
import Documents
import Storage

struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: "Addresses of other programs that are told what happens to actions.",
        discussion: """
            Messages are signed (standard-webhooks), hold the number of an action and no name, and are tried again for a day and a half.

              amparo webhook add --section ch https://crm.example.org/amparo
              amparo webhook list
              amparo webhook replay ID --since 2021-11-30
              amparo webhook end ID
            """,
        subcommands: [WebhookAdd.self, WebhookList.self, WebhookReplay.self, WebhookEnd.self]
    )
}

struct WebhookAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Have an address told from now on, and print its id and the secret that signs.",
        discussion: "amparo webhook add --section ch https://crm.example.org/amparo")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("The section whose actions it is told of.", valueName: "code"))
    var section = "int"

    @Argument(help: "An https address of a public server.")
    var url: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let keyring = try await KeyFile(in: settings.folder.value).keyring(for: store)
            let make = MakeWebhook(database: store.database, world: store.world, keyring: keyring)
            let made = try await make(url, for: Section.Code(rawValue: section), by: actor.name)
            Terminal.say(made.webhook.id.text)
            Terminal.say(made.secret)
        }
    }
}

struct WebhookList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the addresses, then what they were told last: message, event, action, when, state, attempts, why not.")

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many messages.")
    var messages = 20

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let limit = messages
            let (hooks, told) = try await store.database.read { db in (try db.webhooks(), try db.webhookMessages(limit: limit)) }
            let rows = hooks.map { [$0.id.text, $0.section.rawValue, $0.endedAt == nil ? "told" : "ended", $0.origin] }
            if !rows.isEmpty { Terminal.say(Columns(rows).text) }
            let lines = told.map {
                [$0.id.text, $0.event.rawValue, $0.reference.printed(), $0.at.text, $0.state.rawValue, String($0.attempts), $0.failure ?? ""]
            }
            if !lines.isEmpty { Terminal.say(Columns(lines).text) }
        }
    }
}

struct WebhookReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Tell an address once more what happened since a day; messages keep their ids.",
        discussion: "amparo webhook replay 0197… --since 2021-11-30")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("The day, in UTC; what was told is kept for 30 days.", valueName: "day"))
    var since: String

    @Argument(help: "The id of the address, as the list prints it.")
    var id: String

    func run() async throws {
        guard let moment = Instant("\(since)T00:00:00.000Z") else { throw ValidationError("--since: \(since) is no day like 2021-11-30") }
        try await Store.with(options.settings(), .present) { store in
            let replay = ReplayWebhook(database: store.database, world: store.world)
            Terminal.say("\(try await replay(Webhook.ID(id), since: moment, by: actor.name)) to be told again")
        }
    }
}

struct WebhookEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "Tell an address nothing more.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The id of the address, as the list prints it.")
    var id: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await EndWebhook(database: store.database, world: store.world)(Webhook.ID(id), by: actor.name)
            Terminal.say("ended")
        }
    }
}
