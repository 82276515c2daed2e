import Storage

extension Migration {
    /// That mail went out, noted for many at a time by whoever sent it, until the rows of `delivery` say it (`DeliveryNoteQueries`). It has no
    /// key and refers to nothing, since a line is added for every few mails and gone within the second.
    static let deliveryNotes = Migration(
        "0046 delivery notes",
        """
        CREATE TABLE delivery_note (
            worker     TEXT NOT NULL,
            alert_id   TEXT NOT NULL,
            supporters TEXT NOT NULL,
            sent_at    TEXT NOT NULL
        )
        """
    )
}
