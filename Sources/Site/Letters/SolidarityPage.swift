import Campaign
import Documents

/// A card to the person at risk, where the case says that cards are welcome and where they go.
struct SolidarityPage: Page {
    static var template: String { "letters/solidarity" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let cards: [Card]
    let cardText: CopyField
    let canPrint: Bool

    struct Card: Sendable {
        let cardTitle: String
        let cardLines: [String]
    }
}

extension SolidarityPage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, canPrint: Bool) {
        let reader = written.reader, signature = written.joint.name
        let words = [written.cardMessage, signature].filter { !$0.isEmpty }.joined(separator: "\n\n")
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            cards: written.ones.flatMap { one in
                one.addressee.places(.solidarity).map {
                    Card(cardTitle: one.addressee.printedName, cardLines: $0.split(separator: "\n").map(String.init))
                }
            },
            cardText: CopyField("letter-text", reader.text("letter.card_text"), words, in: reader.language, isLong: true),
            canPrint: canPrint
        )
    }
}

extension WrittenLetters {
    /// A few words that hurt nobody; whoever sends them may find better ones.
    var cardMessage: String { reader.text("letter.card_words", ["name": about]) }
}
