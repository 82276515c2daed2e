import Storage

extension Migration {
    /// Names that must not come back, each known by a salted hash alone, under the number of its action: it may be imported before it is here.
    static let erasedNames = Migration(
        "0031 erased names",
        """
        CREATE TABLE erased_name (
            id            TEXT PRIMARY KEY,
            series        TEXT NOT NULL,
            serial        BIGINT NOT NULL,
            year          BIGINT NOT NULL,
            salt          TEXT NOT NULL CHECK (length(salt) >= 20),
            hash          TEXT NOT NULL CHECK (length(hash) = 64),
            signs         BIGINT NOT NULL CHECK (signs > 0),
            several_words BOOLEAN NOT NULL,
            compact       BOOLEAN NOT NULL,
            replacement   TEXT NOT NULL CHECK (length(replacement) > 0),
            at            TEXT NOT NULL
        )
        """,
        "CREATE INDEX erased_name_by_action ON erased_name (series, serial, year)"
    )
}
