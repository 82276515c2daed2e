/// Hears what became of each document, and at the end of all of them.
final class BatchListener {
    private let printer: TakenPrinter?
    private let report: ReportFile?
    private(set) var sums = BatchSums()

    init(printer: TakenPrinter?, report: ReportFile? = nil) {
        self.printer = printer
        self.report = report
    }

    func callAsFunction(_ taken: Taken) throws {
        sums.add(taken)
        try report?.add(taken)
        try printer?(taken)
    }
}
