package import Documents

/// Why an alert cannot be made or sent as asked.
package enum AlertRefusal: Refusal, Equatable {
    case unknown(String)
    /// The output says nothing in any language of the section.
    case noWords(Reference, Section.Code)
    case unknownSection(String)
    /// Only a draft may be changed or approved.
    case notDraft(Alert.State)
    /// It has gone out, or never will.
    case over(Alert.State)
    /// What it asks for is no longer wanted: withdrawn, ended, replaced or past its last day.
    case pointless(SkipReason)
    /// Nobody looked at it: no test went out, and nobody says to have read it.
    case untried
    /// Who published or wrote it is not to approve it, as long as there is somebody else.
    case sameEyes
    /// No mail server is set.
    case noMail
    /// The mail server did not take the test; its answer.
    case testRefused(String)
    case noAddress(String)
    /// No gateway for text messages is set.
    case noGateway
    /// The gateway did not take the test; its answer.
    case textRefused(String)
    case noNumber(String)
    /// A test goes to an address or to a number.
    case noReceiver
    /// The address is not suspended, or by its owner's own wish.
    case notSuppressed

    package var kind: RefusalKind {
        switch self {
        case .unknown, .unknownSection, .notSuppressed: .missing
        case .noWords, .notDraft, .over, .pointless, .untried, .sameEyes: .conflict
        case .noMail, .testRefused, .noGateway, .textRefused: .unavailable
        case .noAddress, .noNumber, .noReceiver: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .unknown(let id): Message("alert.refused.unknown", ["id": id])
        case .noWords(let reference, let section):
            Message("alert.refused.words", ["reference": reference.printed(.slash), "section": section.rawValue])
        case .unknownSection(let code): Message("alert.refused.section", ["section": code])
        case .notDraft(let state): Message("alert.refused.draft", ["state": state.rawValue])
        case .over(let state): Message("alert.refused.over", ["state": state.rawValue])
        case .pointless(let reason): Message("alert.refused.pointless", ["reason": reason.rawValue])
        case .untried: Message("alert.refused.untried")
        case .sameEyes: Message("alert.refused.eyes")
        case .noMail: Message("alert.refused.mail")
        case .testRefused(let answer): Message("alert.refused.test", ["answer": answer])
        case .noGateway: Message("alert.refused.gateway")
        case .textRefused(let answer): Message("alert.refused.text", ["answer": answer])
        case .noNumber(let text): Message("alert.refused.number", ["number": text])
        case .noReceiver: Message("alert.refused.receiver")
        case .notSuppressed: Message("alert.refused.suppression")
        case .noAddress(let text): Message("alert.refused.address", ["address": text])
        }
    }
}
