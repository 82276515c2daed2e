package import Documents
import Storage

/// A total that is told to an official, or to the family or lawyer of somebody at risk, as it was at one instant.
package struct TallyLetter: Sendable, Equatable {
    /// Who reads it; the words differ and the figures do not.
    package enum Reader: String, Sendable, CaseIterable, Bindable, Readable { case official, family }

    /// How exactly a total is told. A section that wants to protect those who write tells less.
    package enum Rounding: Int, Sendable, CaseIterable {
        case exact = 1, tens = 10, hundreds = 100
    }

    package struct Figure: Sendable, Equatable {
        package let channel: Channel
        package let appeals: Int
    }

    package let code: TallyCode
    package let action: Action.ID
    package let section: Section.Code
    package let reader: Reader
    package let language: Language
    package let appeals: Int
    package let rounding: Rounding
    package let figures: [Figure]
    /// Of the sections whose writers reported; 0 where no section has one.
    package let countries: Int
    package let firstOn: Day
    package let lastOn: Day
    package let asOf: Instant

    /// The total as it is told: rounded down, never up.
    package var told: Int { appeals / rounding.rawValue * rounding.rawValue }
    package var isExact: Bool { told == appeals }
}

/// What stands on the paper and leads to the page that confirms it: ten signs that are hard to misread.
package struct TallyCode: Hashable, Sendable {
    package let text: String

    package static let length = 10

    package init?(_ typed: String) {
        guard let signs = PlainSigns.read(typed, count: Self.length) else { return nil }
        text = signs
    }

    init(token: String) { text = PlainSigns.made(from: token, count: Self.length) }

    /// In two halves, as it is read aloud.
    package var printed: String { "\(text.prefix(5))-\(text.suffix(5))" }
}

/// Why no letter is made.
package enum TallyRefusal: Refusal, Equatable {
    /// So few that somebody could be singled out.
    case tooFew(threshold: Int)
    case unknown

    package var kind: RefusalKind { self == .unknown ? .missing : .conflict }

    package var message: Message {
        switch self {
        case .tooFew(let threshold): Message("desk.tally_too_few", ["threshold": String(threshold)])
        case .unknown: Message("tally.unknown")
        }
    }
}
