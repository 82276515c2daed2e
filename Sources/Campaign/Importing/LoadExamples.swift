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

    /// Returns how many documents were loaded; 0 when the database holds any action already.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        guard try await database.read({ db in try db.countActions() == 0 }) else { return 0 }
        var loaded = 0
        for example in try Example.all(on: world.now().day(in: .gmt)) { loaded += try await load(example) }
        try await loadOfficials()
        return loaded
    }

    /// A few offices and missions, every address of which is invented and says so.
    private func loadOfficials() async throws {
        for file in try Resources.files(in: "Examples", ending: "csv") {
            let text = RelativeDays.resolved(try String(contentsOf: file, encoding: .utf8), on: world.now().day(in: .gmt))
            let result = try await ImportOfficials(database: database, world: world)(
                try CSVTable(Array(text.utf8)), source: file.lastPathComponent, by: "demo")
            if let problem = result.problems.first { throw problem }
        }
    }

    private func load(_ example: Example) async throws -> Int {
        let accept = ImportDocument(database: database, world: world)
        for entry in example.drafts {
            let reading = DraftReading(file: example.name, draft: entry.draft, findings: [])
            let provenance = Provenance(sha256: entry.fingerprint(in: example.name), name: example.name, by: "demo")
            _ = try await accept(reading, provenance, example.terms(for: entry))
        }
        if let withdraw = example.withdraw, let reference = example.drafts.first?.draft.namedCase {
            try await WithdrawAction(database: database, world: world)(reference, reason: withdraw.reason, by: "demo")
        }
        return example.drafts.count
    }
}
