import Converters

/// Where papers are made: PDFs of finished pages. What is made is kept nowhere, and no paper is ever a file on a disk.
///
///     let bytes = try await press.pdf(html)   // `PressRefusal` when there is none to be had; `press.canMakePDF` says so before
package struct Press: Sendable {
    /// The interpreter; nil for a press that makes nothing.
    package let python: String?
    private let pages: PDFPress?
    private let pictures: PictureConversion?
    private let sheets = PDFPictures(workers: Workers(2))

    /// - Parameter python: the interpreter that has WeasyPrint (`AMPARO_PYTHON`); nil for a press that makes nothing.
    package init(python: String?) {
        self.python = python
        pages = python.map { PDFPress(python: $0) }
        pictures = python.map { PictureConversion(python: $0) }
    }

    /// Whether to offer PDFs at all.
    package var canMakePDF: Bool { pages?.isThere ?? false }

    /// A picture made anew as a PNG that says nothing of where it came from; nil for what is no PNG, JPEG or WebP, or not to be had.
    package func picture(_ bytes: [UInt8], width: Int, height: Int) async -> [UInt8]? {
        try? await pictures?(bytes, width: width, height: height)
    }

    /// The first page of a whole HTML page as a PNG, a dot to each CSS pixel of its size. Throws `PressRefusal`.
    package func png(_ html: String) async throws -> [UInt8] {
        let pdf = try await pdf(html)
        do {
            return try await PagePicture()(pdf)
        } catch {
            throw PressRefusal.noPDF
        }
    }

    /// A picture of pages made anew as a JPEG, no larger than asked for, with parts of it black. Throws `ConversionFailure`.
    func jpeg(_ bytes: [UInt8], side: Int, hiding hidden: [PictureConversion.Rectangle]) async throws -> [UInt8] {
        guard let pictures else { throw ConversionFailure.missing(MissingProgram(name: "python3", package: "python3-pil")) }
        return try await pictures(bytes, width: side, height: side, as: .jpeg, hiding: hidden)
    }

    /// Pictures of the first pages of a PDF. Throws `ConversionFailure`.
    func pictures(ofPDF bytes: [UInt8], pages: Int) async throws -> [[UInt8]] {
        try await sheets(bytes, pages: pages)
    }

    /// Whether pictures can be taken at all.
    package var canMakePictures: Bool { pictures != nil }

    /// Bytes of memory that the processes which make papers held at most.
    package var memory: Int { pages?.memory ?? 0 }

    /// Starts what is needed before the first paper is asked for.
    package func warm() {
        pages?.warm()
    }

    /// The PDF of a whole HTML page with its style in it: tagged (PDF/UA-1), with the page's `lang` and `title`.
    ///
    /// Nothing that the page names is fetched. Throws `PressRefusal`.
    package func pdf(_ html: String) async throws -> [UInt8] {
        guard let pages else { throw PressRefusal.noPDF }
        do {
            return try await pages(html)
        } catch .missing {
            throw PressRefusal.noPDF
        } catch .busy {
            throw PressRefusal.busy
        }
    }
}
