import Campaign
import Documents
import Logging
import Mail
import Outgoing
import Site
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
    /// Takes notices to browsers; nil where that is switched off.
    let pusher: PushOffice?
    /// nil while no gateway for text messages is set.
    let texting: Texting?
    /// What this server is to others.
    let federation: Federation
    /// A public demonstration sends nothing to anybody: no mail, no notice, no message, no call of another program.
    private let isDemo: Bool
    private let catalogue: Catalogue
    private let origin: @Sendable (Section) -> String

    init(_ settings: Settings, _ store: Store) async throws {
        let catalogue = try Catalogue.shipped(), port = settings.port.value
        self.store = store
        origin = { $0.origin(port: port) }
        links = AlertLinks(origin: origin)
        compose = ComposeAlert(database: store.database, world: store.world, catalogue: catalogue, links: links)
        keyring = try await KeyFile(in: settings.folder.value).keyring(for: store)
        writing = NoticeWriting(catalogue: catalogue, links: links, keyring: keyring)
        let isDemo = try await store.database.read { db in try db.demoBegun() } != nil
        self.isDemo = isDemo
        mail = isDemo ? nil : try MailOffice(settings)
        postbox = mail.map { MailPostbox(mailer: $0.postman, letterhead: $0.letterhead, world: store.world) }
        let gateway = isDemo ? nil : settings.sms.gateway
        texting = gateway.flatMap { gateway in settings.sms.token.value.map { Texting(texter: gateway, secret: $0.revealed) } }
        self.catalogue = catalogue
        federation = try await Federation(settings, store)
        guard settings.push.isOn.value, !isDemo else {
            pusher = nil
            return
        }
        let key = try await PushKeyFile(in: settings.folder.value).key(for: store)
        pusher = PushOffice(OutgoingGate(), key: key, contact: settings.push.contact.value, keyring: keyring, world: store.world)
    }

    /// What the site needs for supporters.
    var desk: SupporterDesk {
        let test = carrier.map { TestAlert(database: store.database, writing: writing, carrier: $0) }
        return SupporterDesk(keyring: keyring, postbox: postbox, pusher: pusher, test: test, texting: texting)
    }

    /// Lets go of what was kept long enough, and asks those long away where they can be written to.
    private var retention: ApplyRetention {
        let letters = Correspondence(links: links.supporters, catalogue: catalogue, postbox: postbox)
        return ApplyRetention(database: store.database, world: store.world, keyring: keyring, correspondence: letters, pusher: pusher)
    }

    /// Mails notices; nil while no mail server is set.
    var carrier: MailCarrier? {
        mail.map { MailCarrier(mailer: $0.postman, letterhead: $0.letterhead, keyring: keyring, world: store.world) }
    }

    /// In the order in which they are asked.
    private var carriers: [any AlertCarrier] {
        let mail = carrier.map { [$0 as any AlertCarrier] } ?? []
        return mail + (pusher.map { [PushCarrier(pusher: $0, catalogue: catalogue)] } ?? [])
    }

    /// How many notices are handed over at a time where there is no mail: as many requests as the gate lets through.
    private static let pushLanes = OutgoingLimits().atOnce

    func worker(_ logger: Logger, _ measures: Measures) -> Worker {
        let draft = DraftAlerts(compose: compose), lastCalls = LastCalls(compose: compose)
        let select = SelectRecipients(database: store.database, world: store.world), tidy = TidyAlerts(database: store.database, world: store.world)
        let deliver = DeliverAlerts(
            database: store.database, world: store.world, carriers: carriers, to: mail == nil ? .withoutAddress : .all, writing: writing,
            lanes: mail.map { MailCarrier.lanes(connections: $0.connections) } ?? Self.pushLanes,
            logger: logger, measures: measures)
        let close = CloseAtDeadline(database: store.database, world: store.world)
        let texts = texting.map { TextAlerts(database: store.database, world: store.world, keyring: keyring, texter: $0.texter) }
        let retention = retention, publish = PublishScheduled(database: store.database, world: store.world)
        let readReview = ReadReview(database: store.database, world: store.world, read: ReadDocument(workers: 2))
        let tidyReviews = TidyReviews(database: store.database, world: store.world)
        let tidyReplies = TidyReplies(database: store.database, world: store.world)
        var works: [String: Worker.Work] = [
            DraftAlerts.kind: { try await draft($0) },
            PublishScheduled.kind: { try await publish($0) },
            SelectRecipients.kind: { try await select($0) },
            LastCalls.kind: { try await lastCalls($0) },
            CloseAtDeadline.kind: { try await close($0) },
            TidyAlerts.kind: { try await tidy($0) },
            ApplyRetention.kind: { _ in try await retention() },
            ReadReview.kind: { try await readReview($0) },
            TidyReviews.kind: { _ in try await tidyReviews() },
            TidyReplies.kind: { _ in try await tidyReplies() },
        ]
        if let pusher {
            let welcome = WelcomeBrowser(
                database: store.database, world: store.world, pusher: pusher, catalogue: catalogue, links: links, keyring: keyring)
            works[WelcomeBrowser.kind] = { try await welcome($0) }
        }
        let deliverWebhook = DeliverWebhook(
            database: store.database, world: store.world, keyring: keyring, post: OutgoingGate(), origin: origin)
        if !isDemo { works[DeliverWebhook.kind] = { try await deliverWebhook($0) } }
        let tellWebhooks = TellWebhooks(database: store.database, world: store.world)
        let follow = FollowPartner(database: store.database, world: store.world, federation: federation)
        let nudge = NudgePartner(database: store.database, world: store.world, federation: federation)
        if !isDemo {
            works[FollowPartner.kind] = { try await follow($0) }
            works[NudgePartner.kind] = { try await nudge($0) }
        }
        let keepPartners = KeepPartners(database: store.database, world: store.world)
        let schedules = [
            Schedule(CloseAtDeadline.kind, .hourly), Schedule(LastCalls.kind, .hourly), Schedule(TidyAlerts.kind, .daily),
            Schedule(TidyReviews.kind, .daily), Schedule(TidyReplies.kind, .daily),
            Schedule(ApplyRetention.kind, .hourly),
        ]
        return Worker(
            database: store.database, world: store.world,
            works: works,
            schedules: schedules,
            rounds: (carriers.isEmpty ? [] : [deliver]) + (texts.map { [$0] } ?? []) + (isDemo ? [] : [tellWebhooks, keepPartners])
                + [MendClaims(database: store.database, world: store.world, logger: logger)],
            logger: logger,
            measures: measures
        )
    }
}
