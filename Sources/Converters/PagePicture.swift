/// Paints the first page of a PDF as a PNG, a dot to each of its CSS pixels, with poppler's pdftocairo.
package struct PagePicture: Sendable {
    private let program = OutsideProgram(
        name: "pdftocairo", package: "poppler-utils", arguments: ["-png", "-singlefile", "-r", "96", "-", "-"],
        bounds: .init(seconds: 5, patience: 30))

    package init() {}

    package func callAsFunction(_ pdf: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        try await program(pdf)
    }
}
