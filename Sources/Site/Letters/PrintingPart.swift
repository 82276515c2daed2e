import Campaign
import Documents

/// Which sheets and envelopes a writer can choose, the usual ones of the section's country first chosen.
struct PrintingPart: Sendable {
    let windows: [Choice]
    let papers: [Choice]
    let sizes: [Choice]
    let canPrint: Bool
    /// Whether envelopes and labels can be made, too.
    let hasAddresses: Bool

    struct Choice: Sendable {
        let choiceValue: String
        let choiceLabel: String
        let isChosen: Bool
    }
}

extension PrintingPart {
    /// - Parameter canPrint: whether this machine makes PDFs; Word files need no help.
    init(_ written: WrittenLetters, canPrint: Bool) {
        let reader = written.reader, usual = UsualPaper(reader.section)
        self.init(
            windows: WindowForm.allCases.map {
                Choice(choiceValue: $0.rawValue, choiceLabel: reader.text("window.\($0.rawValue)"), isChosen: $0 == usual.window)
            },
            papers: PaperSize.allCases.map {
                Choice(choiceValue: $0.rawValue, choiceLabel: reader.text("paper.\($0.rawValue)"), isChosen: $0 == usual.paper)
            },
            sizes: EnvelopeSize.allCases.map {
                Choice(choiceValue: $0.rawValue, choiceLabel: $0 == .usTen ? "US #10" : $0.rawValue.uppercased(), isChosen: $0 == usual.envelope)
            },
            canPrint: canPrint,
            hasAddresses: canPrint && written.ones.contains { !$0.addressee.addressLines.isEmpty }
        )
    }
}

/// What stationers sell in a section's country.
struct UsualPaper {
    let window: WindowForm
    let paper: PaperSize
    let envelope: EnvelopeSize

    init(_ section: Section) {
        switch section.country {
        case "US", "CA": (window, paper, envelope) = (.usTen, .letter, .usTen)
        case "CH", "LI": (window, paper, envelope) = (.swissLeft, .a4, .c5)
        default: (window, paper, envelope) = (.din5008, .a4, .dl)
        }
    }
}
