import Storage

extension Migration {
    /// What joins documents into chains whatever order they come in.
    static let chains = Migration(
        "0008 chains",
        // Whether a document said which output of its action this is; else the day of issue decides among those that nobody numbered.
        "ALTER TABLE output ADD COLUMN is_numbered BOOLEAN NOT NULL DEFAULT TRUE",
        // The index code of the output before it, as `index_code` is written: one that comes later is known by it.
        "ALTER TABLE output ADD COLUMN previous_code TEXT",
        "CREATE INDEX output_by_previous_code ON output (previous_code)"
    )
}
