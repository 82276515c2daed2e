package import Storage

/// Takes new rates and routes into what a section knows of its post; what they do not name stays.
package struct ChangePostage: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ table: PostalTable, of section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            try db.enter(table, of: section)
            try db.log(
                "postage.changed", subject: section.rawValue, by: name, detail: "\(table.rates.count) rates, \(table.routes.count) routes", id: event,
                at: now)
        }
    }
}
