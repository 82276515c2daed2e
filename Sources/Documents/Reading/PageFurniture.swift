/// What a page puts around its text: bare page numbers, "Page 2 of 3", remarks of a template. None of it may enter a field.
struct PageFurniture {
    private let lines: [TextLine]

    init(_ lines: [TextLine]) {
        self.lines = lines
    }

    /// The lines, those of the page's furniture emptied, so that line numbers stay.
    func removed() -> [TextLine] {
        lines.map { Self.isFurniture($0) ? $0.emptied() : $0 }
    }

    private static func isFurniture(_ line: TextLine) -> Bool {
        guard line.utf8.count < 60 else { return false }
        return isPageNumber(line) || isTemplateRemark(line) || isRule(line)
    }

    private static func isPageNumber(_ line: TextLine) -> Bool {
        switch line.words.map(\.folded) {
        case let words where words.count == 1: words[0].utf8.count <= 3 && line.words[0].isNumber && line.utf8.count <= 5
        case let words where words.count == 2: ["page", "seite", "pagina", "p"].contains(words[0]) && line.words[1].isNumber
        case let words where words.count == 3: ["total"].contains(words[0]) && words[1] == "page"
        default: false
        }
    }

    private static func isTemplateRemark(_ line: TextLine) -> Bool {
        line.text.hasPrefix("[") && line.text.hasSuffix("]") && line.words.map(\.folded).starts(with: ["sections", "to", "add"])
    }

    private static func isRule(_ line: TextLine) -> Bool {
        line.utf8.count > 3 && line.words.isEmpty && Set(line.utf8).count <= 2
    }
}
