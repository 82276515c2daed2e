import Storage

extension Migration {
    /// The register of officials and missions. What was known of something is a version of it; a change is a further version, and `version`
    /// names the newest. Every version says with which entry it came, and an entry by whom and when.
    static let officials = Migration(
        "0010 officials",
        """
        CREATE TABLE register_entry (
            position BIGINT PRIMARY KEY,
            source   TEXT NOT NULL,
            by_name  TEXT NOT NULL CHECK (length(by_name) > 0),
            at       TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE official (
            id      TEXT PRIMARY KEY,
            key     TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
            version BIGINT NOT NULL CHECK (version >= 1)
        )
        """,
        """
        CREATE TABLE official_version (
            official_id     TEXT NOT NULL REFERENCES official (id) ON DELETE CASCADE,
            version         BIGINT NOT NULL CHECK (version >= 1),
            country         TEXT NOT NULL CHECK (length(country) = 2),
            rank            TEXT,
            titles          TEXT NOT NULL,
            receiving       TEXT CHECK (length(receiving) = 2),
            mission_kind    TEXT CHECK (mission_kind IN
                            ('embassy', 'consulate', 'delegation', 'other', 'high_commission', 'permanent_mission')),
            accredited_from TEXT CHECK (length(accredited_from) = 2),
            valid_from      TEXT,
            valid_to        TEXT,
            checked_on      TEXT,
            checked_by      TEXT,
            note            TEXT,
            entry           BIGINT NOT NULL REFERENCES register_entry (position),
            PRIMARY KEY (official_id, version),
            CHECK ((receiving IS NULL AND mission_kind IS NULL AND accredited_from IS NULL)
                   OR (receiving IS NOT NULL AND mission_kind IS NOT NULL)),
            CHECK (length(titles) > 0)
        )
        """,
        "CREATE INDEX official_version_by_mission ON official_version (receiving, country)",
        "CREATE INDEX official_version_by_country ON official_version (country)",
        """
        CREATE TABLE holder (
            id          TEXT PRIMARY KEY,
            official_id TEXT NOT NULL REFERENCES official (id) ON DELETE CASCADE,
            position    BIGINT NOT NULL,
            folded      TEXT NOT NULL CHECK (length(folded) > 0),
            version     BIGINT NOT NULL CHECK (version >= 1),
            UNIQUE (official_id, folded)
        )
        """,
        """
        CREATE TABLE holder_version (
            holder_id   TEXT NOT NULL REFERENCES holder (id) ON DELETE CASCADE,
            version     BIGINT NOT NULL CHECK (version >= 1),
            name        TEXT NOT NULL CHECK (length(name) > 0),
            honorific   TEXT,
            gender      TEXT,
            salutations TEXT NOT NULL,
            held_from   TEXT,
            held_until  TEXT,
            checked_on  TEXT,
            checked_by  TEXT,
            entry       BIGINT NOT NULL REFERENCES register_entry (position),
            PRIMARY KEY (holder_id, version)
        )
        """,
        """
        CREATE TABLE official_contact (
            id          TEXT PRIMARY KEY,
            official_id TEXT NOT NULL REFERENCES official (id) ON DELETE CASCADE,
            position    BIGINT NOT NULL,
            channel     TEXT NOT NULL CHECK (channel IN ('post', 'email', 'fax', 'phone', 'x', 'bluesky', 'mastodon', 'instagram',
                        'facebook', 'contact_form', 'petition', 'solidarity', 'other')),
            normal      TEXT NOT NULL CHECK (length(normal) > 0),
            version     BIGINT NOT NULL CHECK (version >= 1),
            UNIQUE (official_id, channel, normal)
        )
        """,
        "CREATE INDEX official_contact_by_place ON official_contact (normal, channel)",
        """
        CREATE TABLE official_contact_version (
            contact_id   TEXT NOT NULL REFERENCES official_contact (id) ON DELETE CASCADE,
            version      BIGINT NOT NULL CHECK (version >= 1),
            place        TEXT NOT NULL CHECK (length(place) > 0),
            language     TEXT,
            is_preferred BOOLEAN,
            state        TEXT CHECK (state IN ('works', 'bounced', 'blocked', 'suspended', 'do_not_use')),
            state_on     TEXT,
            checked_on   TEXT,
            checked_by   TEXT,
            note         TEXT,
            entry        BIGINT NOT NULL REFERENCES register_entry (position),
            PRIMARY KEY (contact_id, version)
        )
        """,
        // What an output prints stays as printed; these say which contact of the register it is, in which version when they were joined.
        "ALTER TABLE addressee ADD COLUMN official_id TEXT REFERENCES official (id)",
        "ALTER TABLE contact_point ADD COLUMN normal TEXT",
        "ALTER TABLE contact_point ADD COLUMN official_contact_id TEXT REFERENCES official_contact (id)",
        "ALTER TABLE contact_point ADD COLUMN official_contact_version BIGINT",
        "CREATE INDEX contact_point_by_place ON contact_point (normal, channel)"
    )
}
