package import Storage

/// Sees whom it is time to ask, whom to nudge, and who was silent for too long.
package struct KeepPartners: Round {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(until sign: StopSign) async throws {
        let now = world.now()
        let (due, behind, judged) = try await database.read { db in
            (try db.duePartners(at: now), try db.partnersBehind(), try db.partnersToJudge(at: now))
        }
        guard !due.isEmpty || !behind.isEmpty || !judged.isEmpty else { return }
        try await database.write { db in
            for id in due {
                try db.setDue(id, at: now.adding(seconds: Partner.pollSeconds))
                try db.enqueue(FollowPartner.kind, subject: id.text, priority: Job.soon, id: "\(FollowPartner.kind) \(id) \(now.text)", at: now)
            }
            for id in behind { try db.nudge(id, at: now) }
            for (id, leftOut) in judged { try db.set(leftOut, for: id) }
        }
    }
}

extension Connection {
    /// Has a server nudged when there is something that it may want; what else stands in the log is passed over.
    fileprivate func nudge(_ id: Partner.ID, at now: Instant) throws {
        guard let partner = try partner(id) else { return }
        let last = try lastEventPlace()
        if partner.isAccepted, try hasChanges(after: partner.toldSeq) {
            try enqueue(NudgePartner.kind, subject: id.text, priority: Job.soon, id: "\(NudgePartner.kind) \(id) \(last)", at: now)
        }
        try noteNudged(id, upTo: last)
    }
}
