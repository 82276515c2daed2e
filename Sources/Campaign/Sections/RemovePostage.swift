package import Documents
package import Storage

/// Takes out a rate or a route that should never have been entered, such as one from a wrong day. What was once right stays, for its time.
package struct RemovePostage: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The rate of a zone from a day on; nothing happens when there is none.
    package func callAsFunction(zone: String, from day: Day, of section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.removePostalRate(zone, from: day, of: section) else { return }
            try db.log("postage.removed", subject: section.rawValue, by: name, detail: "rate from \(day.text)", id: event, at: now)
        }
    }

    /// The route to a country from a day on; nil for the one to everywhere.
    package func callAsFunction(country: Country?, from day: Day, of section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.removePostalRoute(to: country, since: day, of: section) else { return }
            try db.log("postage.removed", subject: section.rawValue, by: name, detail: "route from \(day.text)", id: event, at: now)
        }
    }
}
