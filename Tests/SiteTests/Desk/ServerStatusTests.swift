import Campaign
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct ServerStatusTests {
    private func loud(_ pages: SitePages, _ machine: MachineFacts, hasMail: Bool = true) async throws -> [String] {
        let store = pages.store
        let (queues, engine) = try await store.database.read { db in (try db.queues(), try db.engineVersion()) }
        #expect(engine.first?.isNumber == true)
        let status = ServerStatus(
            queues: queues, machine: machine, engine: engine, hasMail: hasMail, canMakePapers: true, connections: 3, now: store.world.now())
        let rows = status.tables(for: try pages.reader()).flatMap(\.rows)
        #expect(rows.allSatisfy { $0.cells.count == 2 && !$0.cells[0].cellText.contains("status_") })
        return rows.filter { $0.cells[1].isLoud }.map { $0.cells[0].cellText }
    }

    @Test func `what needs somebody stands out, and nothing else`() async throws {
        try await withSite { pages in
            let now = pages.store.world.now()
            var machine = MachineFacts()
            machine.disks = [.init(folder: "/data", freeBytes: 5_000_000_000)]
            machine.backupAt = now.adding(seconds: -3_600)
            #expect(try await loud(pages, machine).isEmpty)
            machine.backupAt = now.adding(seconds: -3 * 86_400)
            #expect(try await loud(pages, machine) == ["Last backup taken from here"])
            machine.backupAt = now
            machine.disks = [.init(folder: "/data", freeBytes: 150_000_000)]
            #expect(try await loud(pages, machine, hasMail: false) == ["A mail server is set", "Free on the disk"])
            machine.disks = []
            try await pages.store.database.write { db in try db.enqueue("a.b", subject: "1", id: "1", at: now.adding(seconds: -900)) }
            #expect(try await loud(pages, machine) == ["Due longest, since"])
        }
    }
}
