import Documents

/// A part of a draft by the key that findings name it by, for comparing.
enum DraftPart {
    static func value(_ key: String, of draft: ActionDraft) -> AnyHashable? {
        switch key {
        case "reference", "case_year", "case_number", "series": [draft.reference, draft.caseReference?.printed()]
        case "output_ordinal": draft.outputOrdinal
        case "kind": draft.kind
        case "index_code": draft.indexCode
        case "country": draft.country
        case "title": draft.title
        case "subject_names", "pronoun": draft.subjectNames + [draft.pronoun ?? ""]
        case "issue_date": draft.issueDate
        case "expiry_date": draft.expiryDate
        case "ended_date": draft.endedDate
        case "event_date": draft.eventDate
        case "outcome": draft.outcome
        case "end_reason": draft.endReason
        case "language": draft.language
        case "preferred_languages": draft.preferredLanguages
        case "summary", "call": [draft.summary, draft.call]
        case "postal_note": draft.postalNote
        case "safety_note": draft.safetyNote
        case "targets": draft.targets
        case "letters": draft.letters
        case "demands": draft.demands
        case "background": draft.background
        case "outcome_text": draft.outcomeText
        case "previous_reference": draft.previousReference
        case "action_count": draft.actionCount
        default: nil
        }
    }
}
