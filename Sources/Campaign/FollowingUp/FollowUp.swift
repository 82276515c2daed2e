package import Documents

/// A document that follows those there are. Its days are kept apart: when it is issued, until when letters are wanted, when what it tells of
/// happened.
package struct FollowUp: Sendable, Equatable {
    /// What can follow: an update, a correction, an information, an outcome.
    package static let kinds: [OutputKind] = [.update, .correction, .information, .outcome]

    package let kind: OutputKind
    package let issuedOn: Day
    /// Only where letters are asked for.
    package var actUntil: Day?
    package var eventOn: Day?
    /// Only of an outcome.
    package var outcome: Outcome?
    /// The ordinal of the document that a correction is about; nil for the latest.
    package var corrects: Int?
    /// What a correction sets right, language by language.
    package var corrections: [Language: String] = [:]

    package init(_ kind: OutputKind, issuedOn: Day) {
        self.kind = kind
        self.issuedOn = issuedOn
    }
}

extension FollowUp {
    /// All that is wrong with it at once. A day of issue may lie ahead; a day to write until may not be over.
    package func problems(on today: Day) -> FormProblems {
        var problems = FormProblems()
        if kind.asksForLetters {
            if let actUntil, actUntil < today || actUntil < issuedOn { problems.add("act_until", Message("followup.problem_until")) }
            if actUntil == nil { problems.add("act_until", Message("desk.problem_day")) }
        }
        if let eventOn, eventOn > today { problems.add("event_on", Message("desk.problem_day")) }
        if kind == .outcome, outcome == nil { problems.add("outcome", Message("desk.problem_outcome")) }
        if kind == .correction, corrections.isEmpty { problems.add("correction", Message("followup.problem_correction")) }
        return problems
    }
}
