package import Documents
package import Storage

/// Says what became of a contact, for every office that has it.
package struct MarkContact: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Returns how many contacts the register has at this place; 0 when it has none. What it says already, of that day and by that name, is
    /// not said twice.
    package func callAsFunction(_ place: String, as state: ContactState, on day: Day, note: String? = nil, by name: String) async throws -> Int {
        let now = world.now(), event = world.newID()
        let normals = Dictionary(grouping: Channel.allCases) { NormalPlace.of(place, $0) ?? "" }.filter { !$0.key.isEmpty }
        return try await database.write { db in
            let known = try normals.flatMap { normal, channels in try db.contacts(at: normal, of: channels) }
            let changes = known.map { part, contact in (part, contact, contact.marked(state, on: day, note: note, by: name)) }
                .filter { _, before, after in before != after }
            guard !changes.isEmpty else { return known.count }
            let entry = try db.registerRevision() + 1
            try db.insertRegisterEntry(entry, source: "mark", by: name, at: now)
            for (part, _, marked) in changes { try db.insert(marked, version: part.version + 1, as: part.id, entry: entry) }
            try db.log("contact.marked", subject: String(entry), by: name, detail: "\(state.rawValue) \(known.count)", id: event, at: now)
            return known.count
        }
    }
}

extension Connection {
    fileprivate func contacts(at normal: String, of channels: [Channel]) throws -> [(OfficialPlace.Part, OfficialContact)] {
        try contactRows(at: normal).map { (try OfficialPlace.Part($0), try OfficialContact($0)) }.filter { channels.contains($0.1.channel) }
    }
}

extension OfficialContact {
    fileprivate func marked(_ state: ContactState, on day: Day, note: String?, by name: String) -> OfficialContact {
        var marked = self
        marked.state = state
        marked.stateOn = day
        marked.checkedOn = day
        marked.checkedBy = name
        marked.note = note
        return marked
    }
}
