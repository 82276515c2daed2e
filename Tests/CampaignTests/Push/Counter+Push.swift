import Logging
import Storage
import TestSupport

@testable import Campaign

extension SupporterCounter {
    /// Does the waiting welcomes.
    func welcome(_ tray: PushTray) async throws {
        let welcome = WelcomeBrowser(
            database: store.database, world: store.world, pusher: tray, catalogue: try Catalogue.shipped(), links: Store.alertLinks, keyring: keyring)
        for job in try await store.database.read({ db in try db.jobs() }) where job.kind == WelcomeBrowser.kind { try await welcome(job) }
    }

    func enter(_ browser: InventedBrowser) async throws -> SupporterSession {
        guard let proof = browser.proof else { throw NoLetter() }
        return try await EnterByBrowser(database: store.database, world: store.world, keyring: keyring)(proof, in: .international)
    }

    func knows(_ browser: InventedBrowser, in section: Section.Code = .international) async throws -> Bool {
        guard let proof = browser.proof else { throw NoLetter() }
        return try await KnowBrowser(database: store.database, keyring: keyring)(proof, in: section)
    }

    /// Sends what is due by mail to the basket and by push to the tray.
    func deliver(_ tray: PushTray, to receivers: Receivers = .all) async throws {
        let writing = NoticeWriting(catalogue: try Catalogue.shipped(), links: Store.alertLinks, keyring: keyring)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let carriers: [any AlertCarrier] = [PushCarrier(pusher: tray, catalogue: try Catalogue.shipped())]
        try await DeliverAlerts(
            database: store.database, world: store.world, carriers: carriers, to: receivers, writing: writing, lanes: 2, logger: logger)(
                until: StopSign())
    }

    /// What the hourly job does where there is push.
    func retain(_ tray: PushTray) async throws -> RetentionSums {
        try await ApplyRetention(database: store.database, world: store.world, keyring: keyring, correspondence: correspondence, pusher: tray)()
    }
}
