import Campaign
import Documents
import Foundation
import Logging
import Mail
import Site
import Storage

/// Measures sending alerts: how soon, how fast, with how much memory, and what readers of pages notice of it.
struct MailBench {
    let database: any Database
    let engine: String
    let keyring: Keyring
    let catalogue: Catalogue
    let peers: MailPeers
    /// For the files that the peers want.
    let folder: String
    let recipients: Int
    let seconds: Int
    let rounds: Int
    let cores: Int

    var world: World { .live }
    var logger: Logger { Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() } }
    private var links: AlertLinks { AlertLinks { $0.origin(port: 8080) } }

    func callAsFunction() async throws -> BenchTable {
        try await OpenStore(database: database, world: world)()
        try await LoadExamples(database: database, world: world)()
        let section = try await section()
        try await InventedSupporters(section: section, country: Country("TN"))
            .enrol(recipients, with: EnrolSupporters(database: database, world: world, keyring: keyring))
        // who signs up in years is known to the server by then
        try await database.write { db in try db.learnSizes(of: "supporter", "supporter_choice", "identity") }
        return try await peers.withSink { port in
            let running = try await whileServing(port), selecting = try await selection(), sending = try await sending(port, like: running.sample)
            try await look(for: running.taken + sending.taken)
            return BenchTable(rows: sending.rows + selecting + running.rows)
        }
    }

    /// That every message which was taken is noted, once. Throws `Complaint`.
    private func look(for taken: Int) async throws {
        let noted = try await database.read { db in try db.alertSummaries(limit: 10).reduce(0) { $0 + ($1.counts[.sent] ?? 0) } }
        guard noted == taken else { throw Complaint("\(taken) messages were taken, and \(noted) are noted.", status: .fault) }
    }

    private func section() async throws -> Section {
        guard let section = try await database.read({ db in try db.sections().first { $0.code == .international } }) else {
            throw Complaint("The international section is missing.", status: .fault)
        }
        return section
    }

    /// An alert of one of the examples, ready to be approved.
    func draft(_ kind: Alert.Kind) async throws -> Alert.ID {
        let compose = ComposeAlert(database: database, world: world, catalogue: catalogue, links: links)
        let year = world.now().text.prefix(4).suffix(2)
        return try await compose(Reference("UA 901/\(year)"), kind: kind, for: .international, by: "bench")
    }

    func approve(_ alert: Alert.ID) async throws {
        try await ApproveAlert(database: database, world: world)(alert, sameDay: false, hasRead: true, isShown: true, by: "bench")
    }

    func deliver(_ mail: TakenMail) -> DeliverAlerts {
        let letterhead = Letterhead(sender: MailAddress("alerts@example.org"), returnPath: MailAddress("bounces@example.org"))
        let carrier = MailCarrier(mailer: mail, letterhead: letterhead, keyring: keyring, world: world)
        let writing = NoticeWriting(catalogue: catalogue, links: links, keyring: keyring)
        return DeliverAlerts(
            database: database, world: world, carriers: [carrier], writing: writing, lanes: MailCarrier.lanes(connections: peers.connections),
            logger: logger)
    }

    func name(_ what: String) -> String { "alerts (\(engine)): \(what)" }
}
