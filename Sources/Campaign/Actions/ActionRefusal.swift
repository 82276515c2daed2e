package import Documents

/// Why an action cannot be shown or changed as asked.
package enum ActionRefusal: Refusal, Equatable {
    case unknownReference(String)
    case unknownOutput(Reference, Int)
    /// The output has no words in that language; it has some in these.
    case unknownLanguage(Reference, Int, [Language])
    /// Taken down: every route of the action answers so, without repeating a name.
    case withdrawn
    case alreadyWithdrawn(Reference)
    case alreadyPublished(Reference)
    case nothingToSay(Reference)
    case nothingPublished(Reference)
    /// It is meant for staff or members; a person has to say that everybody may read it.
    case notForEverybody(Reference, Int)
    /// It was closed in just that way before.
    case alreadyClosed(Reference)

    package var kind: RefusalKind {
        switch self {
        case .unknownReference, .unknownOutput, .unknownLanguage: .missing
        case .withdrawn: .withdrawn
        case .alreadyWithdrawn, .alreadyPublished, .nothingToSay, .nothingPublished, .notForEverybody, .alreadyClosed: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .unknownReference(let text): Message("refusal.unknown_reference", ["reference": text])
        case .unknownOutput(let reference, let ordinal):
            Message("refusal.unknown_output", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .unknownLanguage(let reference, let ordinal, let languages):
            Message(
                "refusal.unknown_language",
                ["reference": reference.printed(), "ordinal": String(ordinal), "languages": languages.map(\.rawValue).joined(separator: ", ")])
        case .notForEverybody(let reference, let ordinal):
            Message("refusal.not_for_everybody", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .withdrawn: Message("refusal.withdrawn")
        case .alreadyWithdrawn(let reference): Message("refusal.already_withdrawn", ["reference": reference.printed(.slash)])
        case .alreadyPublished(let reference): Message("refusal.already_published", ["reference": reference.printed(.slash)])
        case .nothingToSay(let reference): Message("refusal.nothing_to_say", ["reference": reference.printed(.slash)])
        case .alreadyClosed(let reference): Message("refusal.already_closed", ["reference": reference.printed(.slash)])
        case .nothingPublished(let reference): Message("refusal.nothing_published", ["reference": reference.printed(.slash)])
        }
    }
}
