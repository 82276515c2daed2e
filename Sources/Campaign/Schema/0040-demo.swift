import Storage

extension Migration {
    /// That the database is a public demonstration's, which is begun anew every night. One without this row is never emptied.
    static let demo = Migration(
        "0040 demo",
        """
        CREATE TABLE demo (
            id       BIGINT PRIMARY KEY CHECK (id = 1),
            begun_at TEXT NOT NULL
        )
        """
    )
}
