/// A letter to be faxed: a cover that says to whom, how many pages and about what, then the letter.
package struct FaxSheet: Hashable, Sendable {
    /// The words of the cover, in the letter's language.
    package struct Words: Hashable, Sendable {
        package let title: String
        package let to: String
        package let fax: String
        package let from: String
        package let date: String
        package let subject: String
        package let pages: String

        package init(title: String, to: String, fax: String, from: String, date: String, subject: String, pages: String) {
            self.title = title
            self.to = to
            self.fax = fax
            self.from = from
            self.date = date
            self.subject = subject
            self.pages = pages
        }
    }

    package let letter: LetterPaper
    /// As printed, with the country's number in front.
    package let number: String
    package let words: Words

    package init(_ letter: LetterPaper, number: String, words: Words) {
        self.letter = letter
        self.number = number
        self.words = words
    }

    /// Larger and in black only, since a fax has few lines to the millimetre; the pages are counted by whoever prints.
    package var html: HTML {
        letter.html(before: [cover], style: style)
    }

    private var cover: HTML {
        let text = letter.letter
        let to = LineBreaks(text.addressLines.prefix(3).joined(separator: "\n")).html
        let rows: [(String, HTML)] = [
            (words.to, to), (words.fax, "<bdi dir=\"ltr\">\(number)</bdi>"), (words.from, LineBreaks(text.name).html),
            (words.date, IsolatedParts(text.dateLine).html), (words.subject, "\(text.subject)"), (words.pages, "<span class=\"pages\"></span>"),
        ]
        let lines = rows.filter { !$0.1.text.isEmpty }.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>" as HTML }
        return """
            <section class="cover" lang="\(text.language.rawValue)" dir="\(text.language.isRightToLeft ? "rtl" : "ltr")">
            <h1>\(words.title)</h1>
            <table>
            \(lines)
            </table>
            </section>
            """
    }

    private var style: HTML {
        """
        @page cover { size: \(mm: letter.paper.width) \(mm: letter.paper.height); margin: 25mm; }
        .cover { page: cover; }
        .cover h1 { font-size: 24pt; margin: 0 0 12mm; }
        .cover table { border-collapse: collapse; width: 100%; }
        .cover th, .cover td { text-align: start; vertical-align: top; padding: 3mm 0; border-bottom: 0.3mm solid #000; font-size: 13pt; }
        .cover th { width: 34mm; font-weight: bold; padding-inline-end: 4mm; }
        .cover td { overflow-wrap: anywhere; }
        .pages::before { content: counter(pages); }
        article { font-size: 12.5pt; line-height: 18pt; }
        """
    }
}
