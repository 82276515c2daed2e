/// Turns a PDF into its words with their places on the pages, with poppler's pdftotext.
package struct PDFConversion: Conversion {
    /// An urgent action has a few pages; of a book the first are enough to see that it is none.
    static let mostPages = 40

    var program = OutsideProgram(
        name: "pdftotext", package: "poppler-utils", arguments: ["-bbox-layout", "-enc", "UTF-8", "-l", "\(mostPages)", "-", "-"])
    private let workers: Workers

    package init(workers: Workers) {
        self.workers = workers
    }

    package func callAsFunction(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        await workers.enter()
        defer { workers.leave() }
        return try await program(bytes)
    }
}
