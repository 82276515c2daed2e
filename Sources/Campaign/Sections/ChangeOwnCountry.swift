package import Storage

/// Sets what a section tells its readers about cases in their own country.
package struct ChangeOwnCountry: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ rule: OwnCountryRule, of section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            try db.set(rule, of: section)
            try db.log("section.ownCountryChanged", subject: section.rawValue, by: name, detail: rule.rawValue, id: event, at: now)
        }
    }
}
