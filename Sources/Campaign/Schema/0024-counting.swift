import Storage

extension Migration {
    /// What stands beside entries of the ledger that the desk made: where a count came from, and why one was taken back, held apart or restored.
    static let counting = Migration(
        "0024 counting",
        """
        CREATE TABLE report_note (
            report_id  TEXT PRIMARY KEY REFERENCES report (id),
            note       TEXT NOT NULL,
            entered_by TEXT NOT NULL
        )
        """,
        // An entry that nobody reported: the opposite of another one, or the same once more after such an opposite.
        """
        CREATE TABLE report_correction (
            report_id TEXT PRIMARY KEY REFERENCES report (id),
            kind      TEXT NOT NULL CHECK (kind IN ('held', 'voided', 'restored')),
            about     TEXT NOT NULL UNIQUE REFERENCES report (id),
            suspicion TEXT CHECK (suspicion IN ('network', 'token_age', 'hour')),
            reason    TEXT NOT NULL CHECK (length(reason) > 0),
            by_name   TEXT NOT NULL,
            CHECK (suspicion IS NULL OR kind <> 'restored')
        )
        """,
        "CREATE INDEX report_by_moment ON report (reported_at)"
    )
}
