import Campaign
import Documents

/// The fields of a draft in the order in which a person looks at them.
enum DraftFields {
    static let ofCase: [DraftField] = [
        reference,
        .choice("kind", "desk.imports_field_kind", \.kind) { "kind.\($0.rawValue)" },
        .number("output_ordinal", "desk.imports_field_output_ordinal", \.outputOrdinal),
        DraftField("index_code", "desk.imports_field_index_code", .line, \.indexCode),
        country,
        .lines("subject_names", "desk.imports_field_subject_names", \.subjectNames),
        DraftField("pronoun", "desk.imports_field_pronoun", .line, \.pronoun),
        DraftField("previous_reference", "desk.imports_field_previous_reference", .line, \.previousReference),
    ]

    static let ofDays: [DraftField] = [
        .day("issue_date", "desk.imports_field_issue_date", \.issueDate),
        .day("expiry_date", "desk.imports_field_expiry_date", \.expiryDate),
        .day("ended_date", "desk.imports_field_ended_date", \.endedDate),
        .day("event_date", "desk.imports_field_event_date", \.eventDate),
        .choice("outcome", "desk.imports_field_outcome", \.outcome) { "outcome.\($0.rawValue)" },
        .choice("end_reason", "desk.imports_field_end_reason", \.endReason) { "end.\($0.rawValue)" },
        .number("action_count", "desk.imports_field_action_count", \.actionCount),
    ]

    static let ofWords: [DraftField] = [
        language,
        DraftField("title", "desk.imports_field_title", .area, \.title),
        DraftField("summary", "desk.imports_field_summary", .area, \.summary),
        DraftField("call", "desk.imports_field_call", .area, \.call),
        .lines("demands", "desk.imports_field_demands", \.demands),
        DraftField("background", "desk.imports_field_background", .area, \.background),
        DraftField("outcome_text", "desk.imports_field_outcome_text", .area, \.outcomeText),
    ]

    static let ofSection: [DraftField] = [
        languages,
        .lines("instructions", "desk.imports_field_instructions", \.instructions),
        DraftField("postal_note", "desk.imports_field_postal_note", .area, \.postalNote),
        DraftField("safety_note", "desk.imports_field_safety_note", .area, \.safetyNote),
        .lines("social_posts", "desk.imports_field_social_posts", \.socialPosts),
    ]

    private static let reference = DraftField(
        "reference", "desk.imports_field_reference", .line, get: { $0.reference ?? $0.caseReference?.printed() }
    ) { draft, typed in
        guard typed != draft.reference else { return true }
        let printed = typed.flatMap(PrintedReference.init)
        (draft.reference, draft.series) = (typed, printed?.reference.series)
        (draft.caseNumber, draft.caseYear) = (printed?.reference.serial, printed?.reference.year)
        return (printed == nil) == (typed == nil)
    }

    private static let country = DraftField("country", "desk.imports_field_country", .line, get: { $0.country?.code }) { draft, typed in
        draft.country = typed.flatMap { Country($0) }
        return (draft.country == nil) == (typed == nil)
    }

    private static let language = DraftField("language", "desk.imports_field_language", .line, get: { $0.language?.rawValue }) { draft, typed in
        let language = typed.map { Language($0) }
        draft.language = language
        return language.map { $0.isTag && $0.rawValue.count <= 20 } ?? true
    }

    private static let languages = DraftField(
        "preferred_languages", "desk.imports_field_preferred_languages", .line,
        get: { $0.preferredLanguages.isEmpty ? nil : $0.preferredLanguages.map(\.rawValue).joined(separator: ", ") }
    ) { draft, typed in
        draft.preferredLanguages = (typed ?? "").split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { Language(String($0)) }
        return draft.preferredLanguages.allSatisfy { $0.isTag && $0.rawValue.count <= 20 }
    }
}
