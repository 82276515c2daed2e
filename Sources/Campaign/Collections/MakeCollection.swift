package import Documents
package import Storage

/// Makes a collection, and changes it: its days, its words, its cases in their order.
package struct MakeCollection: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// An empty one, to be filled. Throws `CollectionRefusal.taken`.
    package func callAsFunction(
        _ slug: String, titled title: String, in language: Language, from first: Day, to last: Day, section: Section.Code, by name: String
    ) async throws -> CaseCollection {
        let now = world.now(), event = world.newID()
        let collection = CaseCollection(
            id: .init(world.newID()), section: section, slug: slug, startsOn: first, endsOn: last, lateDays: 42, isForSchools: false, isPublic: false,
            texts: [language: CaseCollection.Words(title: title, words: [])], cases: [])
        try await database.write { db in
            guard try !db.hasCollection(slug, of: section) else {
                throw CollectionRefusal.taken(slug)
            }
            try db.put(collection, at: now)
            try db.log("collection.made", subject: collection.id.text, by: name, detail: slug, id: event, at: now)
        }
        return collection
    }

    /// In place of what it was. Throws `ActionRefusal` for a case that is not published.
    package func change(_ collection: CaseCollection, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            try db.put(collection, at: now)
            try db.log("collection.changed", subject: collection.id.text, by: name, detail: collection.slug, id: event, at: now)
        }
    }
}
