import Storage

extension Migration {
    /// What was done, by whom, when. Never updated, never deleted.
    static let events = Migration(
        "0007 events",
        """
        CREATE TABLE event (
            id      TEXT PRIMARY KEY,
            name    TEXT NOT NULL CHECK (length(name) > 0),
            subject TEXT NOT NULL,
            by_name TEXT NOT NULL,
            detail  TEXT NOT NULL,
            at      TEXT NOT NULL
        )
        """,
        "CREATE INDEX event_by_subject ON event (subject, at)"
    )
}
