import Storage

extension Connection {
    /// True for the one who asks first.
    func claimAnswer(_ name: String, _ content: String, of key: ProgramKey.ID, at now: Instant) throws -> Bool {
        try row(
            """
            INSERT INTO program_answer (key_id, name_hash, content_hash, at) VALUES (\(key), \(name), \(content), \(now))
            ON CONFLICT (key_id, name_hash) DO NOTHING RETURNING key_id
            """
        ) != nil
    }

    /// What is known under a name; without an answer while it is being made.
    func keptAnswer(_ name: String, of key: ProgramKey.ID) throws -> (content: String, answer: ProgramAnswer?, at: Instant)? {
        try row("SELECT content_hash, status, body, at FROM program_answer WHERE key_id = \(key) AND name_hash = \(name)").map { row in
            let status: Int? = try row("status"), body: String? = try row("body")
            let answer = status.flatMap { status in body.map { ProgramAnswer(status: status, body: $0) } }
            return (try row("content_hash"), answer, try row("at"))
        }
    }

    func renewClaim(_ name: String, of key: ProgramKey.ID, at now: Instant) throws {
        try execute("UPDATE program_answer SET at = \(now) WHERE key_id = \(key) AND name_hash = \(name)")
    }

    func keep(_ answer: ProgramAnswer, _ name: String, of key: ProgramKey.ID) throws {
        try execute(
            "UPDATE program_answer SET status = \(answer.status), body = \(answer.body) WHERE key_id = \(key) AND name_hash = \(name)")
    }

    func forgetAnswer(_ name: String, of key: ProgramKey.ID) throws {
        try execute("DELETE FROM program_answer WHERE key_id = \(key) AND name_hash = \(name) AND status IS NULL")
    }

    func forgetAnswers(before then: Instant) throws {
        try execute("DELETE FROM program_answer WHERE at < \(then)")
    }
}
