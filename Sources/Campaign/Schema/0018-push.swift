import Storage

extension Migration {
    /// Where a browser takes notices: beside its supporter, found by a keyed hash and sealed, as an address is.
    static let push = Migration(
        "0018 push",
        """
        CREATE TABLE push_subscription (
            supporter_id TEXT PRIMARY KEY REFERENCES supporter (id) ON DELETE CASCADE,
            lookup       TEXT NOT NULL UNIQUE,
            key_id       TEXT NOT NULL,
            sealed       BYTEA NOT NULL,
            since        TEXT NOT NULL
        )
        """,
        "CREATE INDEX push_subscription_by_key ON push_subscription (key_id)"
    )
}
