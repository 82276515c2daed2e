package import Documents
package import Storage

/// Writes down an action's total as it is now, under a code, so that a letter can tell it and a page confirm it for ever.
package struct FreezeTally: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `ActionRefusal`, and `TallyRefusal.tooFew` below the section's threshold.
    package func callAsFunction(
        _ reference: Reference, for reader: TallyLetter.Reader, in language: Language, rounding: TallyLetter.Rounding, of section: Section.Code,
        by name: String
    ) async throws -> TallyLetter {
        let now = world.now(), code = TallyCode(token: world.token()), event = world.newID()
        return try await database.write { db in
            let action = try db.publicAction(reference)
            guard action.isShown(by: section) else { throw ActionRefusal.unknownReference(reference.printed(.slash)) }
            let threshold = try db.sections().first { $0.code == section }?.threshold ?? 1
            guard let told = try db.toldFigures(of: action.id), told.appeals >= max(threshold, rounding.rawValue) else {
                throw TallyRefusal.tooFew(threshold: max(threshold, rounding.rawValue))
            }
            let letter = TallyLetter(
                code: code, action: action.id, section: section, reader: reader, language: language, appeals: told.appeals, rounding: rounding,
                figures: told.figures, countries: told.countries, firstOn: told.first, lastOn: told.last, asOf: now)
            try db.insert(letter, by: name)
            try db.log("tally.told", subject: action.id.text, by: name, detail: code.text, id: event, at: now)
            return letter
        }
    }
}
