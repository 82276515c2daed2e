import ArgumentParser
import Campaign
import Documents
import Storage

struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "Other servers: those this one follows, and those that follow it.",
        discussion: """
            Both sides add each other, compare the keys by telephone, and accept them. From then on outputs, changes and withdrawals come \
            from the server that is followed, and counts go to it, all signed.

              amparo server key
              amparo server add https://int.example.org
              amparo server accept https://int.example.org --role follow --fingerprint '1a2b 3c4d …'
              amparo server list
              amparo server tally https://ch.example.org 'UA 119/21' --count
              amparo server stop https://int.example.org
              amparo server rotate
            """,
        subcommands: [
            ServerKeyCommand.self, ServerAdd.self, ServerAccept.self, ServerList.self, ServerTally.self, ServerStop.self, ServerRotate.self,
        ]
    )
}

struct ServerKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print this server's address and the fingerprint of its key, to be read out.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let card = try await MeetPartner(store, settings).ownCard()
            Terminal.say(card.server)
            Terminal.say(card.keys.last?.fingerprint ?? "")
        }
    }
}

struct ServerAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ask a server who it is, and print the fingerprint of its key.",
        discussion: "amparo server add https://int.example.org")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "https:// and the host of its international section.")
    var address: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let partner = try await MeetPartner(store, settings).add(address, by: actor.name)
            Terminal.say("\(partner.name), \(partner.address)")
            Terminal.say(partner.keys.last?.fingerprint ?? "")
        }
    }
}

struct ServerAccept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept the key of a server, once its fingerprint was compared by telephone.",
        discussion: "amparo server accept https://int.example.org --role follow --fingerprint '1a2b 3c4d …'")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "follow: we take its outputs; follower: it takes ours; or both.")
    var role: MeetPartner.Role

    @Option(help: "As somebody over there read it out.")
    var fingerprint: String

    @Argument(help: "Its address, as the list prints it.")
    var address: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            try await MeetPartner(store, settings).accept(address, fingerprint: fingerprint, as: role, by: actor.name)
            Terminal.say("accepted")
        }
    }
}

struct ServerList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the servers: address, role, state, fingerprint, last contact, last failure; then what each counted, and what was not taken.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let (partners, tallies, refused) = try await store.database.read { db in
                let partners = try db.partners()
                return (
                    partners, try db.partnerTallies(limit: 1_000),
                    try partners.flatMap { partner in try db.refusedChanges(from: partner.id).map { [partner.address, $0.reference, $0.why] } }
                )
            }
            let keys = Dictionary(partners.map { ($0.id, $0) }) { one, _ in one }
            let told = tallies.compactMap { tally, reference in
                keys[tally.partner].map {
                    [
                        $0.address, reference.printed(), String(tally.appeals), $0.leftOut == nil ? tally.state.rawValue : "left out",
                        tally.isProved(by: $0.keys) ? "proved" : "not proved",
                    ]
                }
            }
            for rows in [partners.map(\.row), told, refused] where !rows.isEmpty { Terminal.say(Columns(rows).text) }
        }
    }
}

struct ServerTally: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally", abstract: "Count what a server told and was held, or leave it away.",
        discussion: "amparo server tally https://ch.example.org 'UA 119/21' --count")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Flag(inversion: .prefixedNo, help: "Count it, or leave it away.")
    var count: Bool

    @Argument(help: "The address of the server.")
    var address: String

    @Argument(help: "The number of the action.")
    var reference: String

    func run() async throws {
        let reference = try Reference(reference)
        try await Store.with(options.settings(), .present) { store in
            let decide = DecideTally(database: store.database, world: store.world)
            try await decide(reference, of: address, counts: count, by: actor.name)
            Terminal.say(count ? "counted" : "left away")
        }
    }
}

struct ServerStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Let a server go: nothing comes from it, its withdrawals neither, and nothing goes to it.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "Its address.")
    var address: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            try await MeetPartner(store, settings).end(address, by: actor.name)
            Terminal.say("stopped")
        }
    }
}

struct ServerRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Sign with a new key from now on; the old one vouches for it.",
        discussion: """
            Needs no stop of the server, and nobody has to compare anything. After a theft of the key it does not help: then stop, make the file anew, \
            and have the other side compare.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let file = ServerKeyFile(in: settings.folder.value)
            try await file.make(for: store)
            try file.replace(try file.keys().rotated(to: store.world.seed(), at: store.world.now()), store.world)
            Terminal.say(try file.keys().current.fingerprint)
        }
    }
}

extension MeetPartner {
    fileprivate init(_ store: Store, _ settings: Settings) async throws {
        self.init(database: store.database, world: store.world, federation: try await Federation(settings, store))
    }
}

extension MeetPartner.Role: ExpressibleByArgument {}

extension Partner {
    fileprivate var row: [String] {
        let state = endedAt != nil ? "stopped" : leftOut.map { "left out: \($0.rawValue)" } ?? (isAccepted ? "accepted" : "not compared")
        return [
            address, MeetPartner.Role(weFollow: weFollow, followsUs: followsUs)?.rawValue ?? "-", state,
            (pending ?? keys.last { $0.retiredAt == nil })?.fingerprint ?? "-", contactAt?.text ?? "never", failure ?? "",
        ]
    }
}
