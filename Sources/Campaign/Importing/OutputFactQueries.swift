import Documents
import Storage

/// The facts of an output apart from its words.
struct OutputFacts: Equatable {
    let isFinal: Bool
    let indexCode: String?
    let issuedOn: Day?
    let actUntil: Day?
    let endedOn: Day?
    let endReason: EndReason?
    let outcome: Outcome?
    let eventOn: Day?
    let preferredLanguages: [Language]
    let ownLanguageWelcome: Bool?
    let previousLink: String?
}

extension OutputFacts {
    /// Without the ending that nothing but its day gave it, when a document says how it ended.
    func yielding(to reason: EndReason?, _ outcome: Outcome?) -> OutputFacts {
        guard endReason == .deadlinePassed, self.outcome == nil, reason ?? .deadlinePassed != .deadlinePassed || outcome != nil else { return self }
        return OutputFacts(
            isFinal: isFinal, indexCode: indexCode, issuedOn: issuedOn, actUntil: actUntil, endedOn: nil, endReason: nil, outcome: nil,
            eventOn: eventOn, preferredLanguages: preferredLanguages, ownLanguageWelcome: ownLanguageWelcome, previousLink: previousLink)
    }
}

extension Connection {
    func outputFacts(_ id: Output.ID) throws -> OutputFacts {
        guard let row = try row("SELECT * FROM output WHERE id = \(id)") else { throw ImportRefusal.noReference }
        let languages: String = try row("preferred_languages")
        return OutputFacts(
            isFinal: try row("is_final"), indexCode: try row("index_code"), issuedOn: try row("issued_on"),
            actUntil: try row("act_until"), endedOn: try row("ended_on"), endReason: try row("end_reason"),
            outcome: try row("outcome"), eventOn: try row("event_on"),
            preferredLanguages: languages.split(separator: " ").map { Language(rawValue: String($0)) },
            ownLanguageWelcome: try row("own_language_welcome"), previousLink: try row("previous_link")
        )
    }

    func update(_ id: Output.ID, _ facts: OutputFacts) throws {
        try execute(
            """
            UPDATE output SET is_final = \(facts.isFinal), index_code = \(facts.indexCode), issued_on = \(facts.issuedOn),
                act_until = \(facts.actUntil), ended_on = \(facts.endedOn), end_reason = \(facts.endReason),
                outcome = \(facts.outcome), event_on = \(facts.eventOn),
                preferred_languages = \(facts.preferredLanguages.map(\.rawValue).joined(separator: " ")),
                own_language_welcome = \(facts.ownLanguageWelcome), previous_link = \(facts.previousLink),
                previous_code = \(facts.previousLink.flatMap { try? IndexCode($0) }?.printed)
            WHERE id = \(id)
            """
        )
    }
}
