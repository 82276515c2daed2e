import Storage

extension Migration {
    /// What each section tells its readers about cases in their own country.
    static let ownCountry = Migration(
        "0017 own country",
        "ALTER TABLE section ADD COLUMN own_country TEXT NOT NULL DEFAULT 'warn' CHECK (own_country IN ('warn', 'allow'))"
    )
}
