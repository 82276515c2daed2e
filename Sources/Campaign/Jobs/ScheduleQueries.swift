import Storage

extension Connection {
    func hasTurn(_ turn: String, of schedule: String) throws -> Bool {
        try row("SELECT 1 AS one FROM schedule_turn WHERE schedule = \(schedule) AND turn = \(turn)") != nil
    }

    /// True for the one who enters it.
    func enterTurn(_ turn: String, of schedule: String, at now: Instant) throws -> Bool {
        try row(
            """
            INSERT INTO schedule_turn (schedule, turn, at) VALUES (\(schedule), \(turn), \(now))
            ON CONFLICT (schedule, turn) DO NOTHING RETURNING turn
            """
        ) != nil
    }

    /// Forgets the turns of before `then`.
    func forgetTurns(before then: Instant) throws {
        try execute("DELETE FROM schedule_turn WHERE at < \(then)")
    }
}
