/// Makes pictures of the first pages of a PDF, with poppler's pdftoppm: what is seen of them, and nothing else that is in the file.
package struct PDFPictures: Sendable {
    /// No side of a page becomes longer than so many dots, whatever size the file says that it has.
    static let side = 2_000

    private let workers: Workers

    package init(workers: Workers) {
        self.workers = workers
    }

    /// JPEGs of its pages in their order, so many at most. Throws `ConversionFailure` when there is not even a first one.
    package func callAsFunction(_ bytes: [UInt8], pages most: Int) async throws(ConversionFailure) -> [[UInt8]] {
        await workers.enter()
        defer { workers.leave() }
        var pages: [[UInt8]] = []
        for number in 1...max(most, 1) {
            do {
                pages.append(try await page(number, of: bytes))
            } catch {
                // After the last page there is none; what fails on the first is no PDF of ours.
                guard !pages.isEmpty, error == .damaged else { throw error }
                break
            }
        }
        return pages
    }

    private func page(_ number: Int, of bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        let picture = try await OutsideProgram(
            name: "pdftoppm", package: "poppler-utils",
            arguments: ["-jpeg", "-scale-to", "\(Self.side)", "-f", "\(number)", "-l", "\(number)", "-"],
            bounds: .init(seconds: 10, patience: 30, output: 8_000_000))(bytes)
        guard !picture.isEmpty else { throw .damaged }
        return picture
    }
}
