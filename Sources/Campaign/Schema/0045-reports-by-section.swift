import Storage

extension Migration {
    /// What a section took in the order of its days, so that a program can page through the ledger. With the columns by which entries that do not
    /// count are told (one that voids another has a quantity below nothing), so that the pages before are counted in the index alone.
    static let reportsBySection = Migration(
        "0045 reports by section",
        """
        CREATE INDEX report_by_section ON report (section, reported_on, id, source, quantity) WHERE quantity > 0 AND source <> 'import'
        """
    )
}
