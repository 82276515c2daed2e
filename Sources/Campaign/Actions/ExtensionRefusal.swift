package import Documents

/// Why a deadline cannot be extended as asked.
package enum ExtensionRefusal: Refusal, Equatable {
    /// Nothing of the action is published, or not that output.
    case notPublished(Reference, Int?)
    case superseded(Reference, by: Int)
    /// It tells of an outcome, or is for information.
    case asksForNoLetters(Reference)
    case ended(Reference)
    /// The document says no day, so there is none to be extended.
    case noDeadline(Reference)
    /// Letters are wanted until that day already.
    case notLater(Reference, Day)
    /// The new day is over.
    case past(Day)
    case unknownSection(String)
    /// The section does not show the action.
    case notShown(Reference, Section.Code)

    package var kind: RefusalKind {
        switch self {
        case .notPublished, .unknownSection: .missing
        case .superseded, .asksForNoLetters, .ended, .noDeadline, .notShown: .conflict
        case .notLater, .past: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .notPublished(let reference, nil): Message("refusal.nothing_published", ["reference": reference.printed(.slash)])
        case .notPublished(let reference, let ordinal?):
            Message("extend.refused.output", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .superseded(let reference, let ordinal):
            Message("extend.refused.superseded", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .asksForNoLetters(let reference): Message("extend.refused.letters", ["reference": reference.printed(.slash)])
        case .ended(let reference): Message("extend.refused.ended", ["reference": reference.printed(.slash)])
        case .noDeadline(let reference): Message("extend.refused.no_deadline", ["reference": reference.printed(.slash)])
        case .notLater(let reference, let day): Message("extend.refused.not_later", ["reference": reference.printed(.slash), "date": day.text])
        case .past(let day): Message("extend.refused.past", ["date": day.text])
        case .unknownSection(let code): Message("alert.refused.section", ["section": code])
        case .notShown(let reference, let section):
            Message("extend.refused.not_shown", ["reference": reference.printed(.slash), "section": section.rawValue])
        }
    }
}
