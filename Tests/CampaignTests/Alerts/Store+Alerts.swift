import Documents
import Logging
import Storage
import Synchronization
import TestSupport

@testable import Campaign

/// A carrier that keeps what it is given and answers as the test says.
final class Basket: AlertCarrier {
    private let held = Mutex<[AlertNotice]>([])
    private let answer: @Sendable (AlertNotice) async -> Carriage

    init(answer: @escaping @Sendable (AlertNotice) async -> Carriage = { _ in .taken }) {
        self.answer = answer
    }

    var notices: [AlertNotice] { held.withLock { $0 } }
    var people: [String] { notices.map(\.supporter.text).sorted() }

    func carry(_ notice: AlertNotice) async -> Carriage {
        let carriage = await answer(notice)
        if carriage == .taken { held.withLock { $0.append(notice) } }
        return carriage
    }
}

extension Store {
    static let alertLinks = AlertLinks { "https://\($0.host)" }

    /// A confirmed supporter of the international section, without an address unless the test adds one.
    func supporter(
        _ name: String, language: Language = "en", pace: Pace = .atOnce, sameDay: Bool = false, choices: [(String, String)] = [],
        zone: String = "Europe/Zurich", network: Network = .person, address: Bool = false
    ) async throws {
        try await tamper(
            """
            INSERT INTO supporter (id, section, state, language, pace, same_day, network, keeps_history, time_zone, soft_bounces, created_at, active_on)
            VALUES (\(name), 'int', 'confirmed', \(language), \(pace), \(sameDay), \(network), \(false), \(zone), 0, '2021-01-01', '2021-01-01')
            """)
        for (kind, value) in choices {
            try await tamper("INSERT INTO supporter_choice (supporter_id, kind, value) VALUES (\(name), \(kind), \(value))")
        }
        guard address else { return }
        let sealed = try Keyring.steady.sealed("\(name)@example.org", for: IdentityPlace.address(of: Supporter.ID(name)))
        try await tamper(
            "INSERT INTO identity (supporter_id, lookup, key_id, sealed) VALUES (\(name), \("lookup of \(name)"), \(sealed.keyID), \(sealed.bytes))")
    }

    func follow(_ name: String, onlyOutcome: Bool = false) async throws {
        let action = try await action()
        try await tamper(
            "INSERT INTO follow (supporter_id, action_id, only_outcome, since) VALUES (\(name), \(action.id), \(onlyOutcome), '2021-11-22')")
    }

    /// Ivo wants letters for longer.
    @discardableResult
    func extend(_ reference: Reference = .wanjiru, output ordinal: Int? = nil, until day: String, for section: Section.Code = .international)
        async throws -> Day?
    {
        guard let day = Day(day) else { preconditionFailure("\(day) is no day") }
        return try await ExtendDeadline(database: database, world: world)(reference, ordinal: ordinal, until: day, for: section, by: "Ivo")
    }

    /// Does all jobs of these kinds that are due.
    func doJobs(_ works: [String: Worker.Work]) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await DoJobs(database: database, world: world, works: works, worker: "Ana", logger: logger)(until: StopSign())
    }

    /// Makes the drafts that were asked for; section, kind and day of each draft there is.
    func drafts() async throws -> [String] {
        let compose = ComposeAlert(database: database, world: world, catalogue: try Catalogue.shipped(), links: Self.alertLinks)
        let draft = DraftAlerts(compose: compose), last = LastCalls(compose: compose)
        try await doJobs([DraftAlerts.kind: { try await draft($0) }, LastCalls.kind: { try await last($0) }])
        return try await database.read { db in
            try db.rows("SELECT section, kind, about_day FROM alert WHERE state = 'draft' ORDER BY section, kind, about_day")
                .map { "\(try $0("section") as String) \(try $0("kind") as String) \(try $0("about_day") as String)" }
        }
    }

    /// Somebody keeps a history, and reports on a case.
    func reported(_ name: String, on reference: Reference = .wanjiru, wantsOutcomes: Bool = true) async throws {
        try await tamper("UPDATE supporter SET keeps_history = \(true), wants_outcomes = \(wantsOutcomes) WHERE id = \(name)")
        let token = world.token()
        try await withReports { report async throws in _ = try await report(form(reference, quantity: 2, token: token)) }
        try await RememberReport(database: database)(Supporter.ID(name), reportToken: token)
    }

    func composed(_ reference: Reference = .wanjiru, kind: Alert.Kind? = nil) async throws -> Alert.ID {
        let compose = ComposeAlert(database: database, world: world, catalogue: try Catalogue.shipped(), links: Self.alertLinks)
        return try await compose(reference, kind: kind, for: .international, by: "Ivo")
    }

    /// Composed, approved by Rosa and selected.
    func going(
        _ reference: Reference = .wanjiru, kind: Alert.Kind? = nil, sameDay: Bool = false, network: Network? = nil
    ) async throws -> Alert.ID {
        let id = try await composed(reference, kind: kind)
        try await ApproveAlert(database: database, world: world)(id, sameDay: sameDay, network: network, hasRead: true, isShown: true, by: "Rosa")
        try await SelectRecipients(database: database, world: world, pageSize: 2)(id)
        return id
    }

    func deliver(_ carrier: any AlertCarrier, lanes: Int = 2) async throws {
        let writing = NoticeWriting(catalogue: try Catalogue.shipped(), links: Self.alertLinks, keyring: try Keyring.steady)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let deliver = DeliverAlerts(database: database, world: world, carriers: [carrier], writing: writing, lanes: lanes, logger: logger)
        try await deliver(until: StopSign())
    }

    /// State and reason of each delivery, by supporter.
    func deliveries() async throws -> [String: String] {
        try await database.read { db in
            try db.rows("SELECT supporter_id, state, reason FROM delivery").reduce(into: [:]) { all, row in
                let reason: String? = try row("reason"), state: String = try row("state")
                all[try row("supporter_id")] = state + (reason.map { " \($0)" } ?? "")
            }
        }
    }
}

extension Keyring {
    static var steady: Keyring {
        get throws {
            let key = Key(id: "one", bytes: Array(repeating: 7, count: 32))
            return try Keyring(Keys(sealing: [key], lookup: Key(id: "lookup", bytes: Array(repeating: 8, count: 32))))
        }
    }
}
