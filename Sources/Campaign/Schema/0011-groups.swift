import Storage

extension Migration {
    /// Groups that write together. A report names nobody; which group made it stands beside it, for the section's eyes.
    static let groups = Migration(
        "0011 groups",
        """
        CREATE TABLE writing_group (
            id         TEXT PRIMARY KEY,
            section    TEXT NOT NULL REFERENCES section (code),
            code       TEXT NOT NULL UNIQUE CHECK (length(code) = 8),
            name       TEXT NOT NULL CHECK (length(name) > 0),
            created_at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE group_report (
            report_id TEXT PRIMARY KEY REFERENCES report (id),
            group_id  TEXT NOT NULL REFERENCES writing_group (id)
        )
        """,
        "CREATE INDEX group_report_by_group ON group_report (group_id)"
    )
}
