package import Storage

/// What a program was answered.
package struct ProgramAnswer: Sendable, Equatable {
    package let status: Int
    package let body: String

    package init(status: Int, body: String) {
        self.status = status
        self.body = body
    }
}

/// Does what a program asks under a name of its choice once, however often it asks, and gives it the same answer again for a day
/// (draft-ietf-httpapi-idempotency-key-header).
package struct AnswerOnce: Sendable {
    /// How long an answer is kept.
    package static let seconds = 86_400
    /// Whoever has not ended by then has come to grief; the next who asks does it.
    static let patience = 60

    /// Why something asked for under a known name is not done.
    package enum Trouble: Error, Equatable {
        /// Something else was asked for under that name.
        case otherContent
        /// It is just being done.
        case underWay
    }

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameters:
    ///   - content: all that makes one wish another, in one text.
    ///   - work: what is done; where it throws, nothing is kept, and the same may be asked for again.
    ///
    /// Throws `Trouble`, and what `work` throws.
    package func callAsFunction(
        _ name: String, content: String, of key: ProgramKey.ID, do work: () async throws -> ProgramAnswer
    ) async throws -> ProgramAnswer {
        let now = world.now(), name = Digest.sha256(name), content = Digest.sha256(content)
        let known = try await database.write { db -> ProgramAnswer? in
            try db.forgetAnswers(before: now.adding(seconds: -Self.seconds))
            if try db.claimAnswer(name, content, of: key, at: now) { return nil }
            guard let kept = try db.keptAnswer(name, of: key) else { return nil }
            guard kept.content == content else { throw Trouble.otherContent }
            if let answer = kept.answer { return answer }
            guard kept.at.adding(seconds: Self.patience) <= now else { throw Trouble.underWay }
            try db.renewClaim(name, of: key, at: now)
            return nil
        }
        if let known { return known }
        do {
            let answer = try await work()
            try await database.write { db in try db.keep(answer, name, of: key) }
            return answer
        } catch {
            try? await database.write { db in try db.forgetAnswer(name, of: key) }
            throw error
        }
    }
}
