import Storage

extension Migration {
    /// Which supporters let other programs of their section know who they are, by which number these know them, and since which day.
    static let sharing = Migration(
        "0043 sharing",
        """
        CREATE TABLE supporter_sharing (
            supporter_id TEXT PRIMARY KEY REFERENCES supporter (id) ON DELETE CASCADE,
            number       TEXT NOT NULL UNIQUE,
            since        TEXT NOT NULL
        )
        """
    )
}
