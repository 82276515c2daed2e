package import Documents
package import Storage

/// A manuscript as somebody finds it.
package struct OpenedManuscript: Sendable {
    package let place: DraftPlace
    package let manuscript: Manuscript
    package let content: ManuscriptContent
}

/// Opens the manuscript of a draft: a draft that has none, because a document brought it, gets one.
package struct OpenManuscript: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameters:
    ///   - isWriting: whether it is opened to write in: then it is theirs, unless somebody else is in it.
    ///
    /// Throws `ActionRefusal`, `ManuscriptRefusal`.
    package func callAsFunction(
        _ reference: Reference, _ ordinal: Int, for section: Section.Code, by member: StaffMember.ID, isWriting: Bool = false
    ) async throws -> OpenedManuscript {
        let now = world.now(), world = world
        return try await database.write { db in
            let opened = try db.opened(reference, ordinal, for: section, world, at: now)
            guard isWriting, opened.manuscript.state != .cancelled else { return opened }
            let held = opened.manuscript.held(by: member, at: now)
            if held != opened.manuscript { try db.update(held) }
            return OpenedManuscript(place: opened.place, manuscript: held, content: opened.content)
        }
    }
}

extension Connection {
    /// The manuscript, whose newest version is what the rows say: what others changed in them, an import for instance, becomes a version too,
    /// and an approval of something else does not hold for it.
    func opened(_ reference: Reference, _ ordinal: Int, for section: Section.Code, _ world: World, at now: Instant) throws -> OpenedManuscript {
        let place = try draft(reference, ordinal, for: section), content = try content(of: place)
        guard let known = try manuscript(of: place.output.id) else {
            let manuscript = Manuscript(
                output: place.output.id, section: place.section, state: .draft, revision: 1, writtenBy: Manuscript.elsewhere, writtenAt: now,
                approvedRevision: 0, isEmergency: false)
            try insert(manuscript)
            try enter(content, as: manuscript, since: ManuscriptContent(), "manuscript.opened", world)
            return OpenedManuscript(place: place, manuscript: manuscript, content: content)
        }
        let newest = try version(known.revision, of: place.output.id)?.content
        guard newest != content else { return OpenedManuscript(place: place, manuscript: known, content: content) }
        let manuscript = known.written(by: Manuscript.elsewhere, at: now)
        try update(manuscript)
        try enter(content, as: manuscript, since: newest ?? ManuscriptContent(), "manuscript.changedElsewhere", world)
        return OpenedManuscript(place: place, manuscript: manuscript, content: content)
    }

    /// Keeps a version and writes it down: the names of the fields that changed, with salted hashes of what they hold now.
    func enter(_ content: ManuscriptContent, as manuscript: Manuscript, since earlier: ManuscriptContent, _ event: String, _ world: World) throws {
        let salt = world.token()
        let version = ManuscriptVersion(
            revision: manuscript.revision, by: manuscript.writtenBy, at: manuscript.writtenAt, content: content)
        try insert(version, salt: salt, of: manuscript.output)
        let fields = content.differences(from: earlier).map { name in
            content[name].isEmpty ? "\(name)=-" : "\(name)=\(Digest.sha256("\(salt)\n\(content[name])").prefix(16))"
        }
        try log(
            event, subject: manuscript.output.text, by: manuscript.writtenBy,
            detail: (["revision \(manuscript.revision)"] + fields).joined(separator: " "), id: world.newID(), at: manuscript.writtenAt)
    }
}
