import Storage

extension Migration {
    /// A delivery's state changes while its supporter stays: an index with both would be written again for every mail that leaves.
    static let deliveriesBySupporter = Migration(
        "0027 deliveries by supporter",
        "DROP INDEX delivery_by_supporter",
        "CREATE INDEX delivery_by_supporter ON delivery (supporter_id)"
    )
}
