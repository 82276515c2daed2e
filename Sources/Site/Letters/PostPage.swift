import Campaign
import Documents

/// Letters to print, sign and post.
struct PostPage: Page {
    static var template: String { "letters/post" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let sheets: [SheetPart]
    let addressUnknown: String?
    let arriveBy: String?
    let postage: [PostagePart]
    let postalNote: String?
    let hasEnvelopes: Bool
    let envelopes: [CopyField]
    let letterText: CopyField
    let printing: PrintingPart
    let noPrinting: String?
}

extension PostPage {
    /// - Parameter canPrint: whether this machine makes PDFs.
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, canPrint: Bool) {
        let view = written.view, reader = written.reader
        let addressed = written.ones.filter { !$0.addressee.places(.post).isEmpty }
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.letterBreadcrumb,
            top: top,
            sheets: written.ones.map { SheetPart($0.letter, to: $0.addressee.printedName, for: reader) },
            addressUnknown: addressed.count < written.ones.count ? reader.text("letter.address_unknown") : nil,
            arriveBy: view.actUntil.map { reader.text("letter.arrive_by", ["date": reader.days.withWeekday($0)]) },
            postage: PostagePart.all(written),
            postalNote: view.ownWords?.postalNote ?? reader.section.words(in: reader.language)?.postalNote,
            hasEnvelopes: !addressed.isEmpty,
            envelopes: addressed.enumerated().map { place, one in
                CopyField(
                    "envelope-\(place + 1)", one.addressee.printedName, one.letter.addressLines.joined(separator: "\n"), in: one.letter.language,
                    isLong: true, isAddress: true)
            },
            letterText: CopyField("letter-text", reader.text("letter.copy"), written.joint.mailBody, in: written.joint.language, isLong: true),
            printing: PrintingPart(written, canPrint: canPrint),
            noPrinting: canPrint ? nil : reader.text("press.refused.no_pdf")
        )
    }
}

extension ActionView {
    /// The way back from a page about a letter.
    var letterBreadcrumb: [Layout.Link] { breadcrumb + [Layout.Link(label: reference, path: path(in: reader.language))] }
}
