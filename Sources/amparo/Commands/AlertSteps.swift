import ArgumentParser
import Campaign
import Documents
import Mail
import Storage

extension Alert.Kind: ExpressibleByArgument {}
extension Network: ExpressibleByArgument {}

struct AlertCompose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compose", abstract: "Make the draft of an alert, or make it anew after the action was corrected; prints its id.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("The section that sends it.", valueName: "code"))
    var section = "int"

    @Option(help: ArgumentHelp("The output it is about (default: the latest).", valueName: "number"))
    var output: Int?

    @Option(help: "What it tells of, when it is not what the output is.")
    var kind: Alert.Kind?

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let compose = try await Workshop(settings, store).compose
            let id = try await compose(reference, ordinal: output, kind: kind, for: Section.Code(rawValue: section), by: actor.name)
            Terminal.say(id.text)
        }
    }
}

struct AlertPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Print an alert as a recipient would read it, in each language.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "Only this language.")
    var language: String?

    @Flag(help: "The page instead of the text.")
    var html = false

    @Argument(help: "The alert's id.")
    var id: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let preview = PreviewAlert(database: store.database, world: store.world, writing: try await Workshop(settings, store).writing)
            for notice in try await preview(Alert.ID(id), by: actor.name) where language == nil || notice.language.rawValue == language {
                if html { Terminal.sayAsIs(notice.html) } else { say(notice) }
            }
        }
    }

    private func say(_ notice: AlertNotice) {
        Terminal.say("[\(notice.language)] \(notice.subject)\n\n\(notice.plain)\n[\(notice.short.utf16.count)] \(notice.short)\n")
    }
}

struct AlertTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send an alert to one address or one number, in each language, as recipients would get it.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "The address.")
    var to: String?

    @Option(help: ArgumentHelp("A phone number, such as +41791234567: the text message instead of the mail.", valueName: "number"))
    var sms: String?

    @Argument(help: "The alert's id.")
    var id: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            guard to != nil || sms != nil else { throw AlertRefusal.noReceiver }
            var count = 0
            if let sms { count += try await text(sms, settings.sms, store) }
            if let to { count += try await mail(to, Workshop(settings, store)) }
            Terminal.say("\(count) sent")
        }
    }

    private func text(_ number: String, _ sms: SMSSettings, _ store: Store) async throws -> Int {
        guard let gateway = sms.gateway else { throw AlertRefusal.noGateway }
        return try await TestAlertText(database: store.database, world: store.world, gateway: gateway)(Alert.ID(id), to: number)
    }

    private func mail(_ to: String, _ shop: Workshop) async throws -> Int {
        guard let address = MailAddress(to) else { throw AlertRefusal.noAddress(to) }
        guard let carrier = shop.carrier else { throw AlertRefusal.noMail }
        let count = try await TestAlert(database: shop.store.database, writing: shop.writing, carrier: carrier)(
            Alert.ID(id), to: address, by: actor.name)
        await shop.mail?.postman.close()
        return count
    }
}

struct AlertApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Let a draft go out; a running `amparo serve` or `amparo work` begins within seconds.",
        discussion: """
            Before that a test of it went out by mail (`amparo alert test ID --to …`), or it was read (`amparo alert preview ID`) and you say \
            so with --read. Whoever published the action or wrote the alert leaves the approval to somebody else (--by), as long as another \
            staff member of the section may approve; who works alone may, and so may everybody with --emergency. Either is written into the log.
            """)

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Flag(help: "Also at once, whatever their pace, to those on the same-day list.")
    var sameDay = false

    @Flag(help: "You have read it; asked for when no test went out.")
    var read = false

    @Flag(help: "It cannot wait for a second person. This is logged.")
    var emergency = false

    @Option(help: "Only to those who write alone (person) or with a group, and to followers.")
    var network: Network?

    @Argument(help: "The alert's id.")
    var id: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let approve = ApproveAlert(database: store.database, world: store.world)
            let eyes = try await approve(
                Alert.ID(id), sameDay: sameDay, network: network, hasRead: read, isEmergency: emergency, by: actor.name)
            Terminal.say("\(id): approved\(Self.remark(eyes))")
        }
    }
}

extension AlertApprove {
    private static func remark(_ eyes: Eyes) -> String {
        switch eyes {
        case .four: ""
        case .alone: " by one person alone, since nobody else of the section's staff may; this is logged"
        case .emergency: " in an emergency, by one person; this is logged"
        }
    }
}

struct AlertStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "End an alert; what has not been handed over within ten seconds never is.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The alert's id.")
    var id: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await StopAlert(database: store.database, world: store.world)(Alert.ID(id), by: actor.name)
            Terminal.say("\(id): stopped")
        }
    }
}
