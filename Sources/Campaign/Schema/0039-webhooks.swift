import Storage

extension Migration {
    /// Which addresses of other programs are told what happened to actions, how far in the log of events each was told, and what it was told.
    static let webhooks = Migration(
        "0039 webhooks",
        """
        CREATE TABLE webhook (
            id       TEXT PRIMARY KEY,
            section  TEXT NOT NULL REFERENCES section (code),
            url      TEXT NOT NULL CHECK (url LIKE 'https://%'),
            made_by  TEXT NOT NULL,
            made_at  TEXT NOT NULL,
            told_seq BIGINT NOT NULL,
            ended_at TEXT
        )
        """,
        """
        CREATE TABLE webhook_message (
            id         TEXT PRIMARY KEY,
            webhook_id TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
            event      TEXT NOT NULL CHECK (event IN ('action.published', 'action.updated', 'action.ended', 'action.withdrawn')),
            action_id  TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            at         TEXT NOT NULL,
            state      TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'refused')),
            attempts   BIGINT NOT NULL,
            failure    TEXT,
            done_at    TEXT
        )
        """,
        "CREATE INDEX webhook_message_by_time ON webhook_message (webhook_id, at)"
    )
}
