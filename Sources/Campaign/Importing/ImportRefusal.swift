package import Documents

/// Why a document that could be read cannot become an output.
package enum ImportRefusal: Refusal, Equatable {
    /// Neither its reference nor its index code nor its link leads to an action.
    case noReference
    /// Its output is public; changing it takes somebody's acceptance (`--publish`).
    case alreadyPublic(Reference, Int)
    /// No section has the code that the terms name.
    case unknownSection(Section.Code)
    /// Something in it was understood with little confidence; an editor has to look, or accept it as it is.
    case uncertain([String])
    /// The action is public; taking it down takes somebody's acceptance (`--publish`).
    case publicAction(Reference)
    /// A value of Amparo's own format that cannot be, by the name of its key.
    case malformed(String)
    /// It is marked as internal or for members; a person has to say that everybody may read it.
    case notForEverybody(Reference)
    /// A value in it is none that the database keeps.
    case unstorable

    package var kind: RefusalKind {
        switch self {
        case .noReference, .unknownSection, .uncertain, .malformed, .unstorable: .invalid
        case .alreadyPublic, .publicAction, .notForEverybody: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .noReference: Message("import.refused.no_reference")
        case .alreadyPublic(let reference, let ordinal):
            Message("import.refused.public", ["reference": reference.printed(), "ordinal": String(ordinal)])
        case .unknownSection(let code): Message("import.refused.unknown_section", ["section": code.rawValue])
        case .unstorable: Message("import.refused.unstorable")
        case .notForEverybody(let reference): Message("import.refused.audience", ["reference": reference.printed()])
        case .uncertain(let fields): Message("import.refused.uncertain", ["fields": fields.joined(separator: ", ")])
        case .publicAction(let reference): Message("import.refused.public_action", ["reference": reference.printed()])
        case .malformed(let key): Message("import.refused.malformed", ["key": key])
        }
    }
}
