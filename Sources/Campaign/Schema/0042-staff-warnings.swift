import Storage

extension Migration {
    /// Where a staff member wants to be warned, sealed, if they gave an address; and which browsers of theirs are known, by keyed marks.
    static let staffWarnings = Migration(
        "0042 staff warnings",
        """
        CREATE TABLE staff_address (
            staff_id TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
            key_id   TEXT NOT NULL,
            sealed   BYTEA NOT NULL
        )
        """,
        """
        CREATE TABLE staff_browser (
            mark     TEXT PRIMARY KEY,
            staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
            seen_on  TEXT NOT NULL
        )
        """,
        "CREATE INDEX staff_browser_by_staff ON staff_browser (staff_id)"
    )
}
