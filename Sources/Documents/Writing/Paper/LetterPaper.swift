/// A letter on paper, as a person would type it: the address where the window of the envelope shows it, the sender only when the writer
/// asks for it, room to sign above the name.
package struct LetterPaper: Hashable, Sendable {
    package let letter: Letter
    /// The sender's own address, a line each, small above the letter and outside the window; none unless the writer asks for it.
    package let sender: [String]
    package let window: WindowForm
    package let paper: PaperSize

    /// - Parameter paper: nil takes the sheet that goes with the envelope.
    package init(_ letter: Letter, sender: [String] = [], window: WindowForm, paper: PaperSize? = nil) {
        self.letter = letter
        self.sender = sender
        self.window = window
        self.paper = paper ?? window.paper
    }

    /// The whole document: HTML with its styles inside, nothing to fetch, for the PDF writer or a browser's print window.
    package var html: HTML { Self.html([self]) }

    /// Several letters in one document, each on a sheet of its own, its pages counted for itself. The first one's window and sheet hold
    /// for all.
    package static func html(_ letters: [LetterPaper]) -> HTML {
        guard let first = letters.first else { return "" }
        return PaperDocument(language: first.letter.language, title: first.title, style: first.styles).html(letters.map(\.article))
    }

    /// The letter behind other pages, with their styles.
    func html(before pages: [HTML], style: HTML) -> HTML {
        PaperDocument(language: letter.language, title: title, style: "\(styles)\n\(style)").html(pages + [article(named: nil, set: .open)])
    }
}

extension LetterPaper {
    private var title: String {
        [letter.subject, letter.addressLines.first ?? "", letter.greeting].first { !$0.isEmpty } ?? "–"
    }

    var styles: HTML { "\(PaperStyle.letter(paper))\n\(style)" }

    /// What depends on the window: where the address stands and where the letter begins.
    private var style: HTML {
        let field = window.address(on: paper)
        let margin = PaperStyle.margin
        return """
            .address { left: \(mm: field.left - margin.left); top: \(mm: field.top - margin.top); width: \(mm: field.width); \
            height: \(mm: field.height); }
            .start { height: \(mm: window.start(on: paper) - margin.top); }
            .sender { left: \(mm: 0); top: \(mm: 16 - margin.top); width: \(mm: 85); height: \(mm: 26); }
            """
    }

    private var article: HTML { article(named: nil) }

    /// - Parameter name: what a link to the page of this letter leads to.
    func article(named name: String?) -> HTML {
        article(named: name, set: LetterSetting(letter, height: room.height, width: room.width))
    }

    /// From where the letter begins to the foot of its first page.
    private var room: (width: Double, height: Double) {
        let margin = PaperStyle.margin
        return (paper.width - margin.left - margin.right, paper.height - margin.bottom - window.start(on: paper))
    }

    private func article(named name: String?, set setting: LetterSetting) -> HTML {
        let block = AddressBlock(letter.addressLines, width: window.address(on: paper).width, height: window.address(on: paper).height)
        let id: HTML? = name.map { " id=\"\($0)\"" }, setting: HTML? = setting == .open ? nil : " class=\"\(setting.rawValue)\""
        return """
            <article\(id)\(setting) lang="\(letter.language.rawValue)" dir="\(letter.language.isRightToLeft ? "rtl" : "ltr")">
            \(block.html(className: window.restsBelow ? "address resting" : "address"))
            \(sender.isEmpty ? nil : AddressBlock(sender, width: 85, height: 26, largest: 9).html(className: "sender"))
            <div class="start"></div>
            \(letter.body)
            </article>
            """
    }
}
