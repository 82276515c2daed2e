import Storage

extension Migration {
    /// What a section knows of its post: what a letter costs and how long it takes, and which ways are closed. A new rate is a new row.
    static let postage = Migration(
        "0009 postage",
        """
        CREATE TABLE postal_rate (
            section             TEXT NOT NULL REFERENCES section (code) ON DELETE CASCADE,
            zone                TEXT NOT NULL CHECK (length(zone) > 0),
            valid_from          TEXT NOT NULL,
            destinations        TEXT NOT NULL CHECK (length(destinations) > 0),
            currency            TEXT CHECK (length(currency) = 3),
            price               TEXT,
            grams               BIGINT CHECK (grams > 0),
            days_min            BIGINT CHECK (days_min >= 0),
            days_max            BIGINT,
            is_transit_verified BOOLEAN NOT NULL,
            checked_on          TEXT,
            is_verified         BOOLEAN NOT NULL,
            source              TEXT NOT NULL CHECK (length(source) > 0),
            link                TEXT,
            PRIMARY KEY (section, zone, valid_from),
            CHECK ((price IS NULL AND currency IS NULL) OR (price IS NOT NULL AND currency IS NOT NULL)),
            CHECK ((days_min IS NULL AND days_max IS NULL) OR days_max >= days_min),
            CHECK (NOT is_verified OR checked_on IS NOT NULL)
        )
        """,
        """
        CREATE TABLE postal_route (
            section    TEXT NOT NULL REFERENCES section (code) ON DELETE CASCADE,
            country    TEXT NOT NULL CHECK (length(country) = 2 OR country = '*'),
            since      TEXT NOT NULL,
            status     TEXT NOT NULL CHECK (status IN ('ok', 'suspended', 'unknown')),
            checked_on TEXT,
            source     TEXT NOT NULL CHECK (length(source) > 0),
            link       TEXT,
            PRIMARY KEY (section, country, since)
        )
        """
    )
}
