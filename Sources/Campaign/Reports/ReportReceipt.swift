/// What became of a report. An answer that holds one leaves only after the report is on disk.
package enum ReportReceipt: Sendable, Equatable {
    case counted(late: Bool)
    /// The same form was sent before; the count stands as it was.
    case alreadyCounted
}
