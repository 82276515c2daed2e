package import Documents
package import Storage

/// What a person does with a document under review: mends what was understood, accepts it as a draft, or declines it.
package struct DecideReview: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What somebody made of a document on the page of its revision.
    package struct Mended: Sendable {
        package let id: Review.ID
        package let revision: Int
        package let draft: ActionDraft
        package let settled: Set<Int>

        package init(id: Review.ID, revision: Int, draft: ActionDraft, settled: Set<Int>) {
            self.id = id
            self.revision = revision
            self.draft = draft
            self.settled = settled
        }
    }

    /// Keeps the corrections. Throws `ReviewRefusal` when a colleague decided or mended meanwhile.
    package func mend(_ mended: Mended, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            try db.keep(mended, in: section)
            try db.log("review.mended", subject: mended.id.text, by: member.text, id: event, at: now)
        }
    }

    /// Makes the document part of its action, as a draft that nobody sees before it is published. Throws `ReviewRefusal`, `ImportRefusal`.
    package func accept(_ mended: Mended, in section: Section.Code, by member: StaffMember.ID) async throws -> ImportResult.Imported {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            let before = try db.reviewedDocument(mended.id, in: section)
            try db.keep(mended, in: section)
            let document = try db.reviewedDocument(mended.id, in: section)
            let unsettled = document.unsettled
            guard unsettled.isEmpty else { throw ReviewRefusal.unsettled(unsettled.map { before.reading.findings[$0].field }) }
            let imported = try db.accept(document, named: before.review.name, by: member.text, at: now, newID).entered
            let output = try db.outputID(importedFrom: document.review.sha256)
            try db.decideReview(mended.id, .accepted, output: output, by: member.text, at: now)
            try db.log("review.accepted", subject: mended.id.text, by: member.text, detail: document.review.sha256, id: newID(), at: now)
            return imported
        }
    }

    /// The words go at once; that it was declined, and by whom, stays.
    package func decline(_ id: Review.ID, in section: Section.Code, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let review = try db.review(id, in: section)
            if review.state.isDecided { _ = try db.reviewedDocument(id, in: section) }
            try db.decideReview(id, .declined, by: member.text, at: now)
            try db.log("review.declined", subject: id.text, by: member.text, detail: review.sha256, id: event, at: now)
        }
    }
}

extension Connection {
    fileprivate func keep(_ mended: DecideReview.Mended, in section: Section.Code) throws {
        let review = try reviewedDocument(mended.id, in: section).review
        guard review.revision == mended.revision, try mendReview(mended.id, mended.draft, settled: mended.settled, since: mended.revision) else {
            throw ReviewRefusal.changedMeanwhile
        }
    }

    /// As part of somebody's transaction: an unpublished part of its action.
    func accept(
        _ document: ReviewedDocument, named name: String, by member: String, at now: Instant, _ newID: @escaping @Sendable () -> String
    ) throws -> ImportResult {
        var terms = ImportDocument.Terms()
        if document.review.section != .international { terms.section = document.review.section }
        let reading = DraftReading(file: name, draft: document.draft, findings: document.reading.findings)
        return try accept(reading, Provenance(sha256: document.review.sha256, name: name, by: member), terms, at: now, newID)
    }
}

extension ImportResult {
    var entered: Imported {
        switch self {
        case .added(let imported), .known(let imported): imported
        }
    }
}

extension ReviewedDocument {
    /// Findings that a person still has to look at: unsure, not ticked, and what they are about was not mended.
    package var unsettled: [Int] {
        unsure.filter { !settled.contains($0) && !isMended(reading.findings[$0].field) }
    }

    /// Whether the draft says something else there than what was read.
    private func isMended(_ field: String) -> Bool {
        let key = field.split(separator: ".").first.map(String.init) ?? field
        return DraftPart.value(key, of: draft) != DraftPart.value(key, of: reading.draft ?? ActionDraft())
    }
}
