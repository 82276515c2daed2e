import Storage

extension Migration {
    /// The ledger of reports and its tally. No column says who sent a report; voiding one is a further entry of the opposite quantity.
    static let reports = Migration(
        "0005 reports",
        """
        CREATE TABLE report (
            id          TEXT PRIMARY KEY,
            output_id   TEXT NOT NULL REFERENCES output (id),
            section     TEXT NOT NULL REFERENCES section (code),
            channel     TEXT NOT NULL CHECK (channel IN ('post', 'email', 'fax', 'phone', 'x', 'bluesky', 'mastodon', 'instagram',
                        'facebook', 'contact_form', 'petition', 'solidarity', 'other')),
            quantity    BIGINT NOT NULL CHECK (quantity <> 0),
            source      TEXT NOT NULL CHECK (source IN ('form', 'group', 'paper', 'import', 'program')),
            late        BOOLEAN NOT NULL,
            token_hash  TEXT NOT NULL UNIQUE,
            voids       TEXT UNIQUE REFERENCES report (id),
            reported_on TEXT NOT NULL,
            reported_at TEXT NOT NULL,
            CHECK ((voids IS NULL AND quantity > 0) OR (voids IS NOT NULL AND quantity < 0)),
            CHECK (source <> 'form' OR quantity BETWEEN -500 AND 500)
        )
        """,
        "CREATE INDEX report_by_output ON report (output_id, reported_on)",
        """
        CREATE TABLE tally (
            output_id   TEXT NOT NULL REFERENCES output (id),
            section     TEXT NOT NULL REFERENCES section (code),
            channel     TEXT NOT NULL,
            source      TEXT NOT NULL,
            late        BOOLEAN NOT NULL,
            reported_on TEXT NOT NULL,
            reports     BIGINT NOT NULL,
            appeals     BIGINT NOT NULL,
            PRIMARY KEY (output_id, section, channel, source, late, reported_on)
        )
        """
    )
}
