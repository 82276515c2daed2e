package import Documents

/// What somebody should look at before a case goes out. Most of it is advice; what blocks is marked.
package enum ManuscriptWarning: Sendable, Hashable {
    /// No headline and no lead in any language: blocks.
    case nothingSaid
    /// Letters are asked for, and nobody is addressed: blocks.
    case nobodyToWriteTo
    case noCountry
    case noSubject
    case noDeadline
    case deadlinePast(Day)
    case deadlineOnWeekend(Day)
    case deadlineOnHoliday(Day)
    /// More than twelve weeks, or less than one.
    case deadlineFar(Day)
    case deadlineNear(Day)
    case issuedAfterDeadline
    case indexCodeOdd(String)
    /// The number is another country's.
    case indexCodeOfOther(String, [Country])
    case indexCodeOfOtherYear(String, Int)
    case notChecked(String, addressee: String)
    case checkedLongAgo(String, Day, addressee: String)
    case noContact(String, addressee: String)
    /// A demand of a text that the letter in its language does not make.
    case demandNotInLetter(String, Language)
    /// A text in a language of the section is missing, or a part of it that other languages have.
    case textMissing(Language)
    case pieceMissing(Language, field: String)
    case letterMissing(Language)
    case noLetter
    /// Somebody's name would stand in addresses of pages or names of files.
    case nameInAddress(String)

    package var isBlocking: Bool { self == .nothingSaid || self == .nobodyToWriteTo }

    /// Where it is mended.
    package var part: ManuscriptPart {
        switch self {
        case .nothingSaid: .text("en")
        case .nobodyToWriteTo, .noCountry, .noSubject, .noDeadline, .deadlinePast, .deadlineOnWeekend, .deadlineOnHoliday, .deadlineFar,
            .deadlineNear, .issuedAfterDeadline, .indexCodeOdd, .indexCodeOfOther, .indexCodeOfOtherYear, .nameInAddress:
            .facts
        case .notChecked(_, let id), .checkedLongAgo(_, _, let id), .noContact(_, let id): .addressee(id)
        case .demandNotInLetter(_, let language), .letterMissing(let language): .letter(language)
        case .noLetter: .letter("en")
        case .textMissing(let language), .pieceMissing(let language, _): .text(language)
        }
    }
}
