import Documents
import Foundation
package import Storage

/// Puts the example actions into an empty database, in the states a visitor should see.
package struct LoadExamples: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// All of them or none, in one transaction. Returns how many documents were loaded; 0 when the database holds any action already.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        let now = world.now(), newID = world.newID, today = now.day(in: .gmt)
        let examples = try Example.all(on: today), tables = try Self.tables(on: today)
        return try await database.write { db in
            guard try db.countActions() == 0 else { return 0 }
            for example in examples { try db.load(example, at: now, newID) }
            for (name, table) in tables { try db.load(table, named: name, at: now, newID) }
            return examples.map(\.drafts.count).reduce(0, +)
        }
    }

    /// A few offices and missions, every address of which is invented and says so.
    private static func tables(on today: Day) throws -> [(String, CSVTable)] {
        try Resources.files(in: "Examples", ending: "csv").map { file in
            let text = RelativeDays.resolved(try String(contentsOf: file, encoding: .utf8), on: today)
            return (file.lastPathComponent, try CSVTable(Array(text.utf8)))
        }
    }
}

extension Connection {
    fileprivate func load(_ example: Example, at now: Instant, _ newID: @escaping @Sendable () -> String) throws {
        for entry in example.drafts {
            let reading = DraftReading(file: example.name, draft: entry.draft, findings: [])
            let provenance = Provenance(sha256: entry.fingerprint(in: example.name), name: example.name, by: "demo")
            _ = try accept(reading, provenance, try example.terms(for: entry).checked(reading), at: now, newID)
        }
        if let withdraw = example.withdraw, let reference = example.drafts.first?.draft.namedCase {
            try self.withdraw(reference, reason: withdraw.reason, by: "demo", event: newID(), at: now)
        }
    }

    fileprivate func load(_ table: CSVTable, named name: String, at now: Instant, _ newID: @escaping @Sendable () -> String) throws {
        let result = try RegisterUpdate(self, newID: newID).take(table, source: name, by: "demo", at: now)
        if let problem = result.problems.first { throw problem }
    }
}
