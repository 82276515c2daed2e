import Documents
import Foundation
package import Storage

/// Gives the shipped sections what the program ships of their post, where they know nothing of it yet.
package struct InstallPostage: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction() async throws {
        let known = try await database.read { db in try (codes: db.sections().map(\.code), tables: db.postalTables()) }
        let missing = try Self.shipped().filter { known.codes.contains($0.key) && known.tables[$0.key] == nil }
        guard !missing.isEmpty else { return }
        try await database.write { db in
            let tables = try db.postalTables()
            for (section, table) in missing where tables[section] == nil { try db.enter(table, of: section) }
        }
    }

    /// The tables of `Resources/Postage`, by section.
    static func shipped() throws -> [Section.Code: PostalTable] {
        try Resources.files(in: "Postage", ending: "csv").reduce(into: [:]) { tables, file in
            let (table, problems) = PostalTable.read(try CSVTable(Array(Data(contentsOf: file))))
            if let problem = problems.first { throw problem }
            tables[Section.Code(rawValue: file.deletingPathExtension().lastPathComponent)] = table
        }
    }
}
