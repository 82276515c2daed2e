/// Turns office documents into HTML with pandoc, which neither opens files nor asks the network (`--sandbox`).
package struct OfficeConversion: Conversion {
    package enum Format: String, Sendable { case word = "docx", openDocument = "odt", richText = "rtf" }

    var program: OutsideProgram
    private let workers: Workers

    package init(_ format: Format, workers: Workers) {
        // empty paragraphs are what tells a line from a paragraph in documents of word processors
        let input = format == .richText ? "rtf" : "\(format.rawValue)+empty_paragraphs"
        program = OutsideProgram(
            name: "pandoc", package: "pandoc",
            arguments: ["--sandbox", "--from=\(input)", "--to=html+empty_paragraphs", "--standalone", "--wrap=none", "--quiet"])
        self.workers = workers
    }

    package func callAsFunction(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        await workers.enter()
        defer { workers.leave() }
        return try await program(bytes)
    }
}
