import Converters

/// Where papers are made: PDFs of finished pages. What is made is kept nowhere, and no paper is ever a file on a disk.
///
///     let bytes = try await press.pdf(html)   // `PressRefusal` when there is none to be had; `press.canMakePDF` says so before
package struct Press: Sendable {
    private let pages: PDFPress?

    /// - Parameter python: the interpreter that has WeasyPrint (`AMPARO_PYTHON`); nil for a press that makes nothing.
    package init(python: String?) {
        pages = python.map { PDFPress(python: $0) }
    }

    /// Whether to offer PDFs at all.
    package var canMakePDF: Bool { pages?.isThere ?? false }

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
