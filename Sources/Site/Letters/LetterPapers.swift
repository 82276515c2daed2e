import Campaign
import Documents

/// The paper that a form asks for: letters, envelopes, labels, a fax or a card, as one page of HTML to be made into a PDF.
struct LetterPapers {
    /// What it is called in the name of its file.
    let name: String
    let html: HTML

    /// nil when the form asks for no paper.
    ///
    /// - Parameter words: of the letter's language, for what stands around the letter.
    init?(_ written: WrittenLetters, _ form: FormBody, words: Translations) {
        let usual = UsualPaper(written.reader.section), ones = written.ones
        let paper = form["paper"].flatMap(PaperSize.init) ?? usual.paper
        let size = form["envelope"].flatMap(EnvelopeSize.init) ?? usual.envelope
        let letters = Self.letters(written, form)
        let addresses = ones.filter { !$0.addressee.addressLines.isEmpty }.map(\.letter.addressLines), language = written.reader.language
        switch (form["format"], written.choice.way) {
        case ("pdf", .fax):
            guard let letter = letters.first, let number = ones.first?.addressee.places(.fax).first else { return nil }
            name = "fax"
            html = FaxSheet(letter, number: number, words: FaxSheet.Words(words)).html
        case ("pdf", .solidarity):
            let address = ones.first?.addressee.places(.solidarity).first?.split(separator: "\n").map(String.init) ?? []
            name = "card"
            html =
                SolidarityCard(
                    message: written.cardMessage, name: written.joint.name, address: address, language: language, layout: .four, paper: paper
                ).html
        case ("pdf", _):
            name = "letter"
            html = LetterPaper.html(letters)
        case ("envelopes", _) where !addresses.isEmpty:
            name = "envelopes"
            html = EnvelopeSheet(addresses, size: size, mark: .airMail, language: language).html
        case ("labels", _) where !addresses.isEmpty:
            name = "labels"
            html = LabelSheet(addresses, size: paper == .letter ? .letterThirty : .a4TwentyFour, language: language).html
        default: return nil
        }
    }

    /// The letters on the sheet and for the envelope that the form names, else on what is usual in the section's country.
    static func letters(_ written: WrittenLetters, _ form: FormBody) -> [LetterPaper] {
        let usual = UsualPaper(written.reader.section)
        let paper = form["paper"].flatMap(PaperSize.init) ?? usual.paper, window = form["window"].flatMap(WindowForm.init) ?? usual.window
        return written.ones.map { LetterPaper($0.letter, window: window, paper: paper) }
    }
}

extension FaxSheet.Words {
    init(_ words: Translations) {
        self.init(
            title: words.text("fax.title"), to: words.text("fax.to"), fax: words.text("fax.number"), from: words.text("fax.from"),
            date: words.text("fax.date"), subject: words.text("fax.subject"), pages: words.text("fax.pages"))
    }
}
