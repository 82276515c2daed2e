/// Why a group cannot be found or made.
package enum GroupRefusal: Refusal, Equatable {
    /// No group of this section has that code. The text is what was typed.
    case unknownCode(String)
    case unnamed
    case nameTooLong
    case unknownSection(Section.Code)

    package var kind: RefusalKind {
        switch self {
        case .unknownCode, .unknownSection: .missing
        case .unnamed, .nameTooLong: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .unknownCode(let typed): Message("group.unknown", ["code": typed])
        case .unnamed: Message("group.refused.unnamed")
        case .nameTooLong: Message("group.refused.long")
        case .unknownSection(let code): Message("group.refused.section", ["section": code.rawValue])
        }
    }
}
