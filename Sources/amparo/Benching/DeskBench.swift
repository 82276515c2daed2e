import Campaign
import Documents
import Foundation
import Logging
import Site
import Storage

/// Measures every page of the desk that leads on from its first one, as somebody who is signed in sees it, over whatever the database holds.
struct DeskBench {
    let store: Store
    let engine: String
    let keyring: Keyring
    /// How often each page is asked for.
    let rounds: Int

    /// A desk's page is there within this many milliseconds, half of the times.
    static let limit = 100.0
    private static let sections = [Section.Code(rawValue: "int"), Section.Code(rawValue: "ch")]

    func callAsFunction() async throws -> BenchTable {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        let services = try await SiteServices.make(
            database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: Limits(), logger: logger, desk: keyring
        ) { told.yield($0) }
        let sections = try await store.database.read { db in try db.sections() }
        let cookie = try await cookie(sections)
        return try await RunningServices(services).during {
            let port = await ports.first { _ in true } ?? 0
            let (list, kept) = await PageRequest(port: port, path: "/en/", host: "localhost").times(rounds)
            guard kept?.status == 200 else { throw Complaint("The list did not come.", status: .fault) }
            var rows = [try await bareQuery(), row("public list, kept", list, peer: "the limit", Self.limit, of: nil)]
            for section in sections where Self.sections.contains(section.code) {
                let pages = DeskPages(port: port, host: section.host, cookie: cookie)
                for path in try await pages.paths() { rows += try await measure(path, pages, in: section.code, list) }
            }
            return BenchTable(rows: rows)
        }
    }

    private func measure(_ path: String, _ pages: DeskPages, in section: Section.Code, _ list: Timings) async throws -> [BenchRow] {
        let (timings, last) = await pages.request(path).times(rounds)
        guard last?.status == 200 else { throw Complaint("\(path) did not come: \(last?.status ?? 0).", status: .fault) }
        let name = "\(section.rawValue) \(DeskPages.shape(path))"
        return [
            row("\(name): median", timings, peer: "the limit", Self.limit, of: Self.limit),
            BenchRow("\(engine), \(name): 99 of 100", timings.p99, "ms", peer: "public list, kept", list.median, goal: "told beside", met: true),
        ]
    }

    private func row(_ name: String, _ timings: Timings, peer: String, _ value: Double, of limit: Double?) -> BenchRow {
        BenchRow(
            "\(engine), \(name)", timings.median, "ms", peer: peer, value, goal: limit.map { "less than \(Int($0)) ms" } ?? "told beside",
            met: limit.map { timings.median < $0 } ?? true)
    }

    /// The list's query alone, which no page can beat.
    private func bareQuery() async throws -> BenchRow {
        let day = store.world.now().day(in: .gmt)
        let timings = try await Timings.of(rounds) { _ in
            _ = try await store.database.read { db in try db.deskPage(DeskFilter(), of: .international, in: "en", since: day, limit: 50) }
        }
        return row("the list's query alone", timings, peer: "the limit", Self.limit, of: nil)
    }

    /// Somebody who may do everything in each section, signed in.
    private func cookie(_ sections: [Section]) async throws -> String {
        let world = store.world, database = store.database, bench = try PasswordBench(), password = "measured by the \(world.newID().prefix(8))"
        let login = "bench-" + world.newID().suffix(8).lowercased()
        var token: String?
        for section in sections where Self.sections.contains(section.code) {
            let given = try await AddStaffMember(database: database, world: world)(
                login, name: "Bench", role: "admin", in: section.code, language: "en", by: "bench")
            token = token ?? given
        }
        let accept = AcceptInvitation(database: database, world: world, keyring: keyring, bench: bench)
        let phone = try await accept.look(token ?? "").timeCode
        let codes = try await accept(token ?? "", password: password, code: phone.code(at: world.now()))
        let signIn = SignInStaff(database: database, world: world, keyring: keyring, bench: bench)
        let session = try await signIn(login: login, password: password, code: codes.printed[0], browser: "bench")
        return "amparo-desk=\(session.token)"
    }
}
