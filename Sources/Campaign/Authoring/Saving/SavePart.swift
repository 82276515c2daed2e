package import Documents
package import Storage

/// Saves one part of a manuscript. What others wrote meanwhile stays; where both wrote in the same field, nobody's words are lost and a
/// person chooses.
package struct SavePart: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package enum Result: Sendable, Equatable {
        case saved(Manuscript)
        case conflict(ManuscriptConflict)
    }

    /// - Parameters:
    ///   - typed: the whole part by the bare names of its fields.
    ///   - base: the revision that the form was filled from.
    ///
    /// Throws `FormProblems`, `ActionRefusal`, `ManuscriptRefusal`.
    package func callAsFunction(
        _ part: ManuscriptPart, _ typed: [String: String], since base: Int, of reference: Reference, _ ordinal: Int,
        for section: Section.Code, by member: StaffMember.ID
    ) async throws -> Result {
        let mine = try ManuscriptContent.judged(typed, as: part), now = world.now(), world = world
        return try await database.write { db in
            let opened = try db.opened(reference, ordinal, for: section, world, at: now)
            if case .addressee = part, !opened.content.has(part) { throw ManuscriptRefusal.nothingThere }
            let before = try db.version(base, of: opened.place.output.id)?.content
            let (merged, conflicts) = opened.content.merged(part, opened.place.allowed(part, mine, opened.content), since: before)
            guard conflicts.isEmpty else {
                return .conflict(
                    ManuscriptConflict(
                        revision: opened.manuscript.revision, by: opened.manuscript.writtenBy, fields: conflicts,
                        merged: merged))
            }
            var content = opened.content
            for (name, text) in merged { content[part, name] = text }
            return .saved(try db.save(content, to: opened, by: member, world, at: now))
        }
    }
}

extension DraftPlace {
    /// What is the case's own is not written once something of it has appeared.
    fileprivate func allowed(_ part: ManuscriptPart, _ mine: [String: String], _ content: ManuscriptContent) -> [String: String] {
        guard part == .facts, !isFirstToAppear else { return mine }
        return ["countries", "subjects", "topics"].reduce(into: mine) { $0[$1] = content[.facts, $1] }
    }
}

extension Connection {
    /// Writes the rows and, when they say something else than before, a further version. A cancelled manuscript takes none.
    ///
    /// - Parameter event: what it is called in the log.
    func save(
        _ content: ManuscriptContent, to opened: OpenedManuscript, by member: StaffMember.ID, _ world: World, at now: Instant,
        as event: String = "manuscript.saved"
    ) throws -> Manuscript {
        guard opened.manuscript.state != .cancelled else { throw ManuscriptRefusal.not(.cancelled) }
        let edition = try opened.place.edition?.id ?? makeEdition(of: opened.place, world)
        try write(content, to: opened.place, edition: edition, newID: world.newID)
        // what the rows say is what was saved: a blank line too many is gone, and no later look finds a difference
        let written = try self.content(of: draft(opened.place.action.reference, opened.place.output.ordinal, for: opened.place.section))
        guard written != opened.content else {
            let held = opened.manuscript.held(by: member, at: now)
            if held != opened.manuscript { try update(held) }
            return held
        }
        let manuscript = opened.manuscript.written(by: member.text, at: now).held(by: member, at: now)
        try update(manuscript)
        try enter(written, as: manuscript, since: opened.content, event, world)
        return manuscript
    }

    private func makeEdition(of place: DraftPlace, _ world: World) throws -> Edition.ID {
        let id = Edition.ID(world.newID())
        try insertEdition(id, of: place.output.id, in: place.section)
        return id
    }
}
