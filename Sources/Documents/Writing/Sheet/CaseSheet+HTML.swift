extension CaseSheet {
    /// The document as a page with its style inside and nothing to fetch, laid out for `paper`: for the PDF writer or a print window.
    package func html(paper: PaperSize) -> String {
        let document = PaperDocument(language: language, title: title, style: CaseSheetStyle.style(paper, size: isLetter ? 11.5 : 10))
        return document.html([footing] + passages.map { $0.html(within: language) }).text
    }

    /// A sheet of letters has places for a name and a town, and one letter on a page.
    private var isLetter: Bool {
        passages.contains { if case .blank = $0.block { true } else { false } }
    }

    /// Moved to the foot of each page by the style, which adds the page's number.
    private var footing: HTML {
        let parts = foot.map { "<bdi>\($0)</bdi> <span>·</span> " as HTML }
        return "<div class=\"foot\">\(parts)<span class=\"page\"></span></div>"
    }
}

extension CaseSheet.Passage {
    func html(within outer: Language) -> HTML {
        switch block {
        case .title(let text): "<h1\(marks(outer))>\(text)</h1>"
        case .heading(let text): "<h2\(marks(outer))>\(text)</h2>"
        case .paragraph(let text): "<p\(marks(outer))>\(LineBreaks(text).html)</p>"
        case .note(let text): "<p class=\"note\"\(marks(outer))>\(LineBreaks(text).html)</p>"
        case .blank(let text): "<p class=\"blank\"\(marks(outer, of: around))><bdi\(marks(around, of: language, isFirst: false))>\(text)</bdi></p>"
        case .list(let items): "<ul\(marks(outer))>\(items.map { "<li>\(LineBreaks($0).html)</li>" as HTML })</ul>"
        case .lines(let lines): "<p class=\"lines\"\(marks(outer))>\(Self.lines(lines))</p>"
        case .part, .newPage: ""
        }
    }

    /// The first line is a name, the others say more of it.
    private static func lines(_ lines: [String]) -> HTML {
        guard let first = lines.first else { return "" }
        return lines.dropFirst().reduce("<b>\(first)</b>") { "\($0)<br>\n\($1)" }
    }

    /// The language where it is not the page's own, with its direction.
    private func marks(_ outer: Language, of inner: Language? = nil, isFirst: Bool = true) -> HTML {
        let page: HTML = startsPage && isFirst ? " style=\"break-before: page\"" : "", language = inner ?? language
        guard language != outer else { return page }
        return " lang=\"\(language.rawValue)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\"\(page)"
    }
}
