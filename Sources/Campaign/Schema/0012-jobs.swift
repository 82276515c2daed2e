import Storage

extension Migration {
    /// Work to be done later, by whichever process comes first. What a job needs stands in it as identifiers, never as somebody's address.
    static let jobs = Migration(
        "0012 jobs",
        """
        CREATE TABLE job (
            id            TEXT PRIMARY KEY,
            kind          TEXT NOT NULL CHECK (length(kind) > 0),
            subject       TEXT NOT NULL,
            priority      BIGINT NOT NULL,
            state         TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'dead')),
            due_at        TEXT NOT NULL,
            attempts      BIGINT NOT NULL,
            claimed_by    TEXT,
            claimed_until TEXT,
            failure       TEXT,
            created_at    TEXT NOT NULL
        )
        """,
        "CREATE INDEX job_by_turn ON job (state, priority, due_at)",
        // A schedule's turn: whoever enters it first does it, so that it is done once however many processes there are.
        """
        CREATE TABLE schedule_turn (
            schedule TEXT NOT NULL,
            turn     TEXT NOT NULL,
            at       TEXT NOT NULL,
            PRIMARY KEY (schedule, turn)
        )
        """
    )
}
