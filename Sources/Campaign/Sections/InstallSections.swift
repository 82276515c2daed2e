package import Storage

/// Puts the shipped sections into a database that has none.
package struct InstallSections: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction() async throws {
        let shipped = try ShippedSection.all()
        try await database.write { db in
            guard try db.sections().isEmpty else { return }
            for (position, section) in shipped.enumerated() {
                try db.insert(section, at: position)
            }
        }
    }
}
