import Documents
package import Storage

/// Takes pasted text and uploaded files in for review. Each becomes a row of its own, and a job reads it.
package struct TakeDocuments: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The reviews of the documents, in their order; of bytes that wait here already that review, so that nothing is reviewed twice.
    package func callAsFunction(_ documents: [NewDocument], in section: Section.Code, by member: StaffMember.ID) async throws -> [Review.ID] {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            try documents.map { try db.take($0, in: section, by: member.text, at: now, newID) }
        }
    }
}

extension Connection {
    /// The review of a document, with a job that reads it; of bytes that wait in that section already the review there is.
    func take(_ document: NewDocument, in section: Section.Code, by member: String, at now: Instant, _ newID: () -> String) throws -> Review.ID {
        if document.trouble == nil, let open = try openReview(of: document.sha256, in: section) { return open }
        let id = Review.ID(newID())
        let output = document.trouble == nil ? try outputID(importedFrom: document.sha256) : nil
        let taken = output == nil ? document : document.known
        try insertReview(id, of: taken, in: section, by: member, output: output, at: now)
        try log("review.taken", subject: id.text, by: member, detail: document.sha256, id: newID(), at: now)
        if taken.trouble == nil { try enqueue(ReadReview.kind, subject: id.text, priority: Job.soon, id: "\(ReadReview.kind) \(id)", at: now) }
        return id
    }
}

extension NewDocument {
    /// Part of an action already, by its bytes.
    fileprivate var known: NewDocument { NewDocument(named: name, bytes, trouble: .known) }
}
