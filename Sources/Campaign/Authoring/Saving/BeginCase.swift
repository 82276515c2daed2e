package import Documents
package import Storage

/// Begins a new case: an action with its number, a first output that is a draft, and the section's edition of it.
package struct BeginCase: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What is known of it at the start.
    package struct Start: Sendable {
        package let series: Series
        /// Given elsewhere; nil for the next that is free.
        package let serial: Int?
        package let year: Int
        package let countries: [Country]
        package let language: Language
        package let headline: String

        package init(series: Series, serial: Int?, year: Int, countries: [Country], language: Language, headline: String) {
            self.series = series
            self.serial = serial
            self.year = year
            self.countries = countries
            self.language = language
            self.headline = headline
        }
    }

    /// How often a number is tried again that somebody else took at the same moment.
    private static let attempts = 8

    /// Returns the reference. Throws `ManuscriptRefusal.numberTaken` for a number that was typed; one that is proposed gives way.
    package func callAsFunction(_ start: Start, for section: Section.Code, by member: StaffMember.ID) async throws -> Reference {
        for attempt in 1... {
            do {
                return try await begin(start, for: section, by: member)
            } catch StorageFailure.unique where start.serial == nil && attempt < Self.attempts {
                continue
            } catch StorageFailure.unique {
                throw ManuscriptRefusal.numberTaken(Reference(series: start.series, serial: start.serial ?? 1, year: start.year))
            }
        }
        throw ManuscriptRefusal.nothingThere
    }

    private func begin(_ start: Start, for section: Section.Code, by member: StaffMember.ID) async throws -> Reference {
        let now = world.now(), world = world
        return try await database.write { db in
            let serial = try start.serial ?? db.nextSerial(start.series, start.year)
            let reference = Reference(series: start.series, serial: serial, year: start.year)
            if try db.actionRow(reference) != nil { throw ManuscriptRefusal.numberTaken(reference) }
            let action = Action.ID(world.newID()), output = Output.ID(world.newID())
            try db.insertAction(action, reference, isInvented: false, at: now)
            try db.insert(
                OutputPlace(
                    id: output, ordinal: 1, kind: .first, isNumbered: true, indexCode: nil, issuedOn: nil, actUntil: nil, isPublic: false),
                of: action)
            try db.insertEdition(Edition.ID(world.newID()), of: output, in: section)
            for country in start.countries { try db.insertCountry(country, of: action) }
            let headline = start.headline.isEmpty ? nil : start.headline
            try db.replace(Text(language: start.language, headline: headline, lead: nil, call: nil, background: [], demands: []), in: output)
            try db.settleSearch(of: action)
            try db.log("action.begun", subject: action.text, by: member.text, detail: reference.slug, id: world.newID(), at: now)
            let manuscript = Manuscript(
                output: output, section: section, state: .draft, revision: 1, writtenBy: member.text, writtenAt: now, approvedRevision: 0,
                isEmergency: false)
            try db.insert(manuscript)
            let content = try db.content(of: db.draft(reference, 1, for: section))
            try db.enter(content, as: manuscript, since: ManuscriptContent(), "manuscript.opened", world)
            return reference
        }
    }
}
