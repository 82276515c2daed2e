@testable import Campaign
import Documents

/// Actions made by hand, for rules that need no database.
enum Made {
    static let today: Day = day("2021-11-30")

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func output(
        _ ordinal: Int = 1, _ kind: OutputKind = .first, issuedOn: Day? = nil, actUntil: Day? = nil, ending: Ending? = nil, eventOn: Day? = nil,
        publishedAt: Instant = Instant(milliseconds: 0), letters: [ModelLetter] = []
    ) -> Output {
        Output(
            id: Output.ID("o\(ordinal)"), ordinal: ordinal, kind: kind, isFinal: false, indexCode: nil, issuedOn: issuedOn,
            actUntilInDocument: actUntil,
            ending: ending, outcome: nil, eventOn: eventOn, preferredLanguages: [], ownLanguageWelcome: nil, previousLink: nil,
            publishedAt: publishedAt, texts: [], letters: letters, socialPosts: [], editions: [edition]
        )
    }

    static func action(_ outputs: Output...) -> Action {
        Action(
            id: Action.ID("a"), reference: Reference(series: .UA, serial: 5, year: 2021), countries: [], isInvented: true,
            archive: ArchivePlace(year: 2021, month: nil), revision: 1, subjects: [], outputs: outputs
        )
    }

    static let edition = edition(Addressee(role: .target, name: "Amina Njoroge", office: nil, salutation: nil, contacts: []))

    static func edition(_ addressees: Addressee...) -> Edition {
        Edition(id: Edition.ID("e"), section: .international, addressees: addressees, words: [:], downloads: [])
    }
}
