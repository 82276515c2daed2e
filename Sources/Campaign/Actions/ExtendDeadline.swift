package import Documents
package import Storage

/// Wants letters for longer, without a new document: for the readers of one section, or for everybody.
package struct ExtendDeadline: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Gives an output a later act-until day; the day before stays in the record. One that ended for no other reason than its day is open again. Returns that day. Throws `ActionRefusal`, `ExtensionRefusal`.
    ///
    /// - Parameters:
    ///   - ordinal: nil for the latest published output.
    ///   - section: the international section for everybody.
    package func callAsFunction(
        _ reference: Reference, ordinal: Int? = nil, until day: Day, for section: Section.Code = .international, by name: String
    ) async throws -> Day? {
        let now = world.now(), id = world.newID(), event = world.newID(), reopening = world.newID()
        return try await database.write { db in
            let action = try db.wholeAction(reference)
            if try db.isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
            guard let zone = try db.sections().first(where: { $0.code == section })?.timeZone else {
                throw ExtensionRefusal.unknownSection(section.rawValue)
            }
            guard action.isShown(by: section) else { throw ExtensionRefusal.notShown(reference, section) }
            let output = try action.extendable(ordinal, until: day, for: section, on: now.day(in: zone)), before = output.actUntil(for: section)
            try db.insert(DeadlineExtension(section: section, until: day, by: name, at: now), of: output.id, as: id)
            if output.isOverByDayAlone(for: section) {
                try db.reopen(output.id)
                try db.log("action.reopened", subject: action.id.text, by: name, detail: "output \(output.ordinal)", id: reopening, at: now)
            }
            try db.draftAlerts(ofExtension: day, of: output.id, for: section, at: now)
            try db.touch(action.id)
            let detail = "output \(output.ordinal) \(section.rawValue) \(before?.text ?? "") \(day.text)"
            try db.log("action.extended", subject: action.id.text, by: name, detail: detail, id: event, at: now)
            return before
        }
    }
}
