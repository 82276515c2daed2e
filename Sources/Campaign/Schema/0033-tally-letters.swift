import Storage

extension Migration {
    /// Letters that tell a total, each with its figures as they were at one instant, so that the paper and the page that confirms it agree for ever.
    /// To whom a letter goes is on the paper and nowhere else.
    static let tallyLetters = Migration(
        "0033 tally letters",
        """
        CREATE TABLE tally_letter (
            code      TEXT PRIMARY KEY CHECK (length(code) = 10),
            action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            section   TEXT NOT NULL REFERENCES section (code),
            reader    TEXT NOT NULL CHECK (reader IN ('official', 'family')),
            language  TEXT NOT NULL,
            appeals   BIGINT NOT NULL CHECK (appeals > 0),
            rounding  BIGINT NOT NULL CHECK (rounding IN (1, 10, 100)),
            channels  TEXT NOT NULL,
            countries BIGINT NOT NULL,
            first_on  TEXT NOT NULL,
            last_on   TEXT NOT NULL,
            as_of     TEXT NOT NULL,
            made_by   TEXT NOT NULL
        )
        """
    )
}
