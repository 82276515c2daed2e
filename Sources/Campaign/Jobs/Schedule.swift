import Storage

/// Something that comes round again. Each turn has a name, and whoever enters it first queues its job: one, however many processes look.
package struct Schedule: Sendable {
    package enum Turn: Sendable { case hourly, daily }

    /// Also the kind of the job that a turn queues; its subject is the turn.
    package let kind: String
    package let turn: Turn

    package init(_ kind: String, _ turn: Turn) {
        self.kind = kind
        self.turn = turn
    }

    /// The turn that `now` belongs to: "2021-11-30", or "2021-11-30T10", in UTC.
    func name(at now: Instant) -> String {
        switch turn {
        case .hourly: String(now.text.prefix(13))
        case .daily: String(now.text.prefix(10))
        }
    }
}

extension Schedule {
    /// Looks whether a turn has begun, and queues its job if nobody did.
    func enter(in database: any Database, at now: Instant) async throws {
        let kind = kind, name = name(at: now)
        guard try await !database.read({ db in try db.hasTurn(name, of: kind) }) else { return }
        try await database.write { db in
            guard try db.enterTurn(name, of: kind, at: now) else { return }
            try db.enqueue(kind, subject: name, priority: Job.whenIdle, id: "\(kind) \(name)", at: now)
        }
    }
}
