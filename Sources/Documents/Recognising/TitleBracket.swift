/// The bracket that ends a title on a page of the US section: "TITLE (Peru: 119.21)", "TITLE (Egypt: UA 132.19)".
struct TitleBracket {
    /// Bytes of the whole bracket, and of what is inside.
    let whole: Range<Int>
    let content: Range<Int>
    /// Bytes of the country before the colon, empty when there is none.
    let country: Range<Int>

    init?(_ line: TextLine) {
        guard line.utf8.last(where: { $0 != 0x20 }) == 0x29, let close = line.utf8.lastIndex(of: 0x29),
            let open = line.utf8[..<close].lastIndex(of: 0x28), open > 0, close - open < 80
        else { return nil }
        whole = open..<(close + 1)
        content = (open + 1)..<close
        let colon = line.utf8[content].firstIndex(of: 0x3A)
        country = colon.map { (open + 1)..<$0 } ?? (open + 1)..<(open + 1)
        guard Self.holdsNumber(line, content) else { return nil }
    }

    private static func holdsNumber(_ line: TextLine, _ content: Range<Int>) -> Bool {
        let inside = Array(line.utf8[content])
        let scanner = ReferenceScanner(inside, leniency: .typed)
        if !ReferenceScanner(inside).all(limit: 1).isEmpty { return true }
        guard inside.contains(0x3A) else { return false }
        return inside.indices.contains { index in
            ReferenceScanner.isDigit(inside[index]) && (index == 0 || inside[index - 1] == 0x20) && scanner.bare(at: index)?.year != nil
        }
    }
}
