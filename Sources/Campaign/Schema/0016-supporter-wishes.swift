import Storage

extension Migration {
    /// Who asked to be told how the cases end that they reported on; and by which keys the addresses of this database are found and sealed.
    static let supporterWishes = Migration(
        "0016 supporter wishes",
        "ALTER TABLE supporter ADD COLUMN wants_outcomes BOOLEAN NOT NULL DEFAULT FALSE",
        // One row: a mark that only the lookup key of the database makes. It tells nothing of the key.
        """
        CREATE TABLE keyring_mark (
            purpose TEXT PRIMARY KEY CHECK (purpose = 'lookup'),
            mark    TEXT NOT NULL
        )
        """
    )
}
