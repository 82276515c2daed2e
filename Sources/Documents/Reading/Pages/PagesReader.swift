/// Reads the words of pages with their places, which a converter made of a PDF: columns in order, heads and feet removed, wrapped lines joined.
struct PagesReader: Reader {
    static func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("<!DOCTYPE html".utf8)) && bytes.prefix(20_000).place(of: "<doc>", before: "<page width=")
    }

    func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine] {
        let pages = PrintedPagesParser.pages(of: bytes)
        guard pages.lines.reduce(0, { $0 + $1.words.reduce(0) { $0 + $1.text.utf8.count + 1 } }) <= Limits.text else { throw .long }
        guard !pages.lines.isEmpty else { throw Unreadable(reason: "the PDF holds no text: a picture of a page cannot be read") }
        let lines = RunningHeads(pages).removed()
        return PageFurniture(PrintedText(lines, in: pages).textLines).removed()
    }
}

extension ArraySlice<UInt8> {
    fileprivate func place(of first: String, before second: String) -> Bool {
        let bytes = Array(self)
        return bytes.place(of: Array(first.utf8), from: 0).flatMap { bytes.place(of: Array(second.utf8), from: $0) } != nil
    }
}
