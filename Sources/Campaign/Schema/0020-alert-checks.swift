import Storage

extension Migration {
    /// Who looked at an alert before it went out, and when an address last failed.
    static let alertChecks = Migration(
        "0020 alert checks",
        "ALTER TABLE alert ADD COLUMN composed_by TEXT",
        "ALTER TABLE alert ADD COLUMN tested_at TEXT",
        "ALTER TABLE alert ADD COLUMN tested_by TEXT",
        "ALTER TABLE alert ADD COLUMN read_at TEXT",
        "ALTER TABLE alert ADD COLUMN read_by TEXT",
        "ALTER TABLE alert ADD COLUMN emergency BOOLEAN NOT NULL DEFAULT FALSE",
        // A day: a moment would stand beside a supporter.
        "ALTER TABLE supporter ADD COLUMN bounced_on TEXT"
    )
}
