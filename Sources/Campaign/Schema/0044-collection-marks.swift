import Storage

extension Migration {
    /// What another server had counted of a case when a collection began, and when it was over: other servers tell no days.
    static let collectionMarks = Migration(
        "0044 collection marks",
        """
        CREATE TABLE collection_mark (
            collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
            partner_id    TEXT NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
            action_id     TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            at_first      BIGINT NOT NULL CHECK (at_first >= 0),
            at_last       BIGINT CHECK (at_last >= 0),
            PRIMARY KEY (collection_id, partner_id, action_id)
        )
        """
    )
}
