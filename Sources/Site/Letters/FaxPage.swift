import Campaign
import Documents

/// A cover and the letter, to send from a fax machine or a fax program.
struct FaxPage: Page {
    static var template: String { "letters/fax" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let faxes: [Fax]
    let letterText: CopyField
    let canPrint: Bool

    struct Fax: Sendable {
        let faxTitle: String
        let numbers: [NumberPart]
        let coverLines: [Line]
        let sheet: [SheetPart]
    }

    struct Line: Sendable {
        let label: String
        let value: String
    }
}

extension FaxPage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, canPrint: Bool) {
        let reader = written.reader
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            faxes: written.ones.map { Fax($0, reader) },
            letterText: CopyField("letter-text", reader.text("letter.copy"), written.joint.mailBody, in: written.joint.language, isLong: true),
            canPrint: canPrint
        )
    }
}

extension FaxPage.Fax {
    /// The cover is for the machine at the other end and whoever stands beside it, so its few words are the reader's own.
    init(_ one: WrittenLetters.One, _ reader: Reader) {
        let letter = one.letter, numbers = one.addressee.places(.fax)
        let lines = [
            ("fax.to", [one.addressee.name, one.addressee.office].compactMap { $0 }.joined(separator: ", ")),
            ("fax.number", numbers.joined(separator: ", ")),
            ("fax.from", [letter.name, letter.dateLine].filter { !$0.isEmpty }.joined(separator: ", ")),
            ("fax.subject", letter.subject), ("fax.pages", reader.words.grouped(2)),
        ]
        self.init(
            faxTitle: reader.text("letter.to", ["name": one.addressee.printedName]),
            numbers: numbers.map { NumberPart($0) },
            coverLines: lines.filter { !$0.1.isEmpty }.map { FaxPage.Line(label: reader.text($0.0), value: $0.1) },
            sheet: [SheetPart(letter, to: one.addressee.printedName, for: reader)]
        )
    }
}

/// A number as printed, and the link that dials it where its country code is known.
struct NumberPart: Sendable {
    let numberText: String
    let telHref: String?

    init(_ printed: String) {
        numberText = printed
        telHref = PhoneNumber(printed)?.link
    }
}
