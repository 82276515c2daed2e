import Campaign
import Documents
import Logging
import Mail
import Storage

/// The parts that work on alerts, put together once for `serve`, `work` and the commands.
struct Workshop {
    let store: Store
    let links: AlertLinks
    let compose: ComposeAlert
    let writing: NoticeWriting
    let keyring: Keyring
    let mail: MailOffice?
    /// Sends letters to supporters, and is a service of whoever does; nil while no mail server is set.
    let postbox: MailPostbox?
    private let catalogue: Catalogue

    init(_ settings: Settings, _ store: Store) async throws {
        let catalogue = try Catalogue(), port = settings.port.value
        self.store = store
        links = AlertLinks { $0.origin(port: port) }
        compose = ComposeAlert(database: store.database, world: store.world, catalogue: catalogue, links: links)
        keyring = try await KeyFile(in: settings.folder.value).keyring(for: store)
        writing = NoticeWriting(catalogue: catalogue, links: links, keyring: keyring)
        mail = try MailOffice(settings)
        postbox = mail.map { MailPostbox(mailer: $0.postman, letterhead: $0.letterhead, world: store.world) }
        self.catalogue = catalogue
    }

    /// Lets go of what was kept long enough, and asks those long away where mail can be sent.
    private var retention: ApplyRetention {
        let letters = Correspondence(links: links.supporters, catalogue: catalogue, postbox: postbox)
        return ApplyRetention(database: store.database, world: store.world, keyring: keyring, correspondence: letters)
    }

    /// Mails notices; nil while no mail server is set.
    var carrier: MailCarrier? {
        mail.map { MailCarrier(mailer: $0.postman, letterhead: $0.letterhead, keyring: keyring, world: store.world) }
    }

    /// - Parameter rounds: further ones, of other parts.
    func worker(_ logger: Logger) -> Worker {
        let draft = DraftAlerts(compose: compose), lastCalls = LastCalls(compose: compose)
        let select = SelectRecipients(database: store.database, world: store.world), tidy = TidyAlerts(database: store.database, world: store.world)
        let rounds = carrier.map {
            DeliverAlerts(
                database: store.database, world: store.world, carriers: [$0], writing: writing, lanes: mail?.connections ?? 1, logger: logger)
        }
        let works: [String: Worker.Work] = [
            DraftAlerts.kind: { try await draft($0) },
            SelectRecipients.kind: { try await select($0) },
            LastCalls.kind: { try await lastCalls($0) },
            TidyAlerts.kind: { try await tidy($0) },
            ApplyRetention.kind: { [retention] _ in try await retention() },
        ]
        let schedules = [Schedule(LastCalls.kind, .hourly), Schedule(TidyAlerts.kind, .daily), Schedule(ApplyRetention.kind, .hourly)]
        return Worker(
            database: store.database, world: store.world,
            works: works,
            schedules: schedules,
            rounds: rounds.map { [$0] } ?? [],
            logger: logger
        )
    }
}
