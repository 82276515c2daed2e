import Documents

/// A table with words about a case, and which of its columns they stand in.
struct CaseTable: Sendable {
    /// By which of its columns a row belongs to a case.
    enum Owner: String, Sendable {
        case action = "action_id"
        case output = "output_id"
        case edition = "edition_id"
        case addressee = "addressee_id"
        case document = "sha256"
        case alert = "alert_id"
        case report = "report_id"
        case collection = "collection_id"
        case reply = "reply_id"
    }

    let name: String
    let owner: Owner
    /// What tells its rows apart.
    let keys: [String]
    let columns: [String]
    /// Columns with escaped markup.
    var markup: Set<String> = []
    /// Columns with a manuscript's named fields, each of which has words of its own.
    var records: Set<String> = []
    var hasLanguage = false
}

/// **The one list of every place where a name of a case may stand.** A new table or column with text goes into one of the two lists below; a test
/// goes through the schema and fails for one that is in neither.
package enum CaseColumns {
    /// The tables by name, each of which the desk has a word for.
    package static var tables: [String] { rewritten.map(\.name) }

    static let rewritten: [CaseTable] = [
        CaseTable(name: "subject", owner: .action, keys: ["id"], columns: ["name", "pronouns"]),
        CaseTable(
            name: "text", owner: .output, keys: ["output_id", "language"], columns: ["headline", "lead", "call", "background", "demands"],
            hasLanguage: true),
        CaseTable(
            name: "model_letter", owner: .output, keys: ["output_id", "language"], columns: ["greeting", "body", "closing"], hasLanguage: true),
        CaseTable(name: "social_post", owner: .output, keys: ["output_id", "position"], columns: ["words"]),
        CaseTable(name: "output_note", owner: .output, keys: ["output_id", "kind", "language"], columns: ["words"], hasLanguage: true),
        CaseTable(
            name: "edition_words", owner: .edition, keys: ["edition_id", "language"], columns: ["instructions", "postal_note", "safety_note"],
            hasLanguage: true),
        CaseTable(name: "download", owner: .edition, keys: ["edition_id", "position"], columns: ["title"], hasLanguage: true),
        CaseTable(name: "addressee", owner: .edition, keys: ["id"], columns: ["name", "office", "salutation"]),
        CaseTable(name: "contact_point", owner: .addressee, keys: ["addressee_id", "position"], columns: ["place"]),
        CaseTable(name: "output", owner: .action, keys: ["id"], columns: ["previous_link"]),
        CaseTable(name: "document", owner: .output, keys: ["sha256"], columns: ["name"]),
        CaseTable(name: "finding", owner: .document, keys: ["sha256", "position"], columns: ["found", "note"]),
        CaseTable(
            name: "alert_text", owner: .alert, keys: ["alert_id", "language"], columns: ["subject", "plain", "html", "short"], markup: ["html"],
            hasLanguage: true),
        CaseTable(name: "manuscript", owner: .output, keys: ["output_id"], columns: ["reason"]),
        CaseTable(
            name: "manuscript_version", owner: .output, keys: ["output_id", "revision"], columns: ["content"], records: ["content"]),
        CaseTable(
            name: "translation_piece", owner: .output, keys: ["output_id", "language", "piece"], columns: ["source", "target", "note"],
            hasLanguage: true),
        CaseTable(name: "report_note", owner: .report, keys: ["report_id"], columns: ["note"]),
        CaseTable(name: "report_correction", owner: .report, keys: ["report_id"], columns: ["reason"]),
        CaseTable(name: "adoption", owner: .output, keys: ["output_id", "section"], columns: ["reason", "seen"]),
        CaseTable(name: "collection_text", owner: .collection, keys: ["collection_id", "language"], columns: ["title", "words"], hasLanguage: true),
        CaseTable(name: "reply", owner: .action, keys: ["id"], columns: ["office"]),
        CaseTable(name: "reply_text", owner: .reply, keys: ["reply_id", "language"], columns: ["words"], hasLanguage: true),
        CaseTable(name: "withdrawal", owner: .action, keys: ["action_id"], columns: ["reason"]),
    ]

    /// Columns that hold no words about a case, whatever table they are in: ids, days and moments, codes, hashes, who of the staff did it.
    static let excusedEverywhere: Set<String> = [
        "id", "at", "section", "language", "languages", "kind", "state", "channel", "source", "role", "country", "series", "sha256", "hash", "salt",
        "code", "lookup", "by_name", "composed_by", "tested_by", "read_by", "written_by", "held_by", "taken_by", "decided_by", "entered_by",
        "translated_by", "by_member", "made_by", "done_by", "source_language", "published_by", "imported_by", "approved_by", "stopped_by",
        "claimed_by", "checked_by", "network", "topic",
        "time_zone", "key_id", "official_id", "holder_id", "contact_id", "official_contact_id", "replacement",
    ]

    /// Columns whose names end so: other rows' ids, days and moments, hashes.
    static let excusedEndings = ["_id", "_at", "_on", "_hash", "_until", "_from", "_code"]

    /// Tables without a word about a case, and why; and single columns.
    static let excused: [String: String] = [
        "schema_migration": "the program's own names", "section": "the organisation", "section_words": "what a section says of every case",
        "postal_rate": "the post", "postal_route": "the post", "register_entry": "officials", "official": "officials",
        "official_version": "officials, who answer for what they do", "holder": "officials", "holder_version": "officials",
        "official_contact": "officials", "official_contact_version": "officials", "writing_group": "who writes", "supporter": "who writes",
        "supporter_choice": "codes", "identity": "sealed", "suppression": "keyed hashes", "push_subscription": "sealed", "keyring_mark": "hashes",
        "staff": "the staff", "staff_session": "the staff", "schedule_turn": "the program's own names", "job": "ids, and errors without values",
        "event": "ids and names of fields, never values", "mailed_link": "hashes", "tally_letter": "figures and codes",
        "output.index_code": "a number", "output.end_reason": "a code", "output.outcome": "a code", "output.preferred_languages": "codes",
        "output.corrects": "an id", "output.audience": "a code", "output.act_until": "a day", "adoption.act_until": "a day",
        "collection.slug": "an address, which stays", "download.format": "a code", "download.size": "a number",
        "contact_point.normal": "made from the place, and made again with it", "report.voids": "an id", "finding.field": "a name of a field",
        "alert.selected_up_to": "an id", "alert.about_day": "a day", "delivery.reason": "a code", "deadline_extension.until": "a day",
        "alert.handed_up_to": "an id", "delivery_note": "ids", "delivery_stretch": "ids",
        "follow.since": "a day", "manuscript.scheduled_for": "a moment", "manuscript.held_since": "a moment",
        "translation_piece.piece": "a code", "report_correction.about": "an id", "report_correction.suspicion": "a code",
        "text_delivery.reason": "a code", "phone": "sealed", "passkey": "the staff", "passkey_used": "the staff", "staff_address": "sealed",
        "staff_browser": "hashes",
        "section_setting": "the organisation", "section_logo": "the organisation",
        "search_words": "made from what is said, in the same transaction", "search_words_data": "the same", "search_words_idx": "the same",
        "search_words_content": "the same", "search_words_docsize": "the same", "search_words_config": "the same",
        "search_entry": "ids and hashes", "search_language": "codes", "search_name": "made from the names, in the same transaction",
        "search_spelling": "the same", "search_trigram": "the same",
        "review":
            "a document before anybody accepted it: its names are erased with those of the case; it loses its words with the decision, and after thirty days",
        "supporter_sharing": "who writes",
        "program_key": "other programs", "program_answer.body": "figures and codes, for a day", "webhook": "other programs",
        "webhook_message.event": "a code", "webhook_message.failure": "a code",
        "partner": "other servers", "partner_key": "other servers", "partner_nonce": "other servers", "followed": "numbers, hashes and codes",
        "partner_tally": "figures and codes, signed", "partner_figure": "figures and codes", "collection_mark": "figures",
        "erased_name.id": "an id", "reply_page.hidden": "numbers",
    ]

    /// Whether some list speaks of the column.
    static func knows(_ column: String, of table: String) -> Bool {
        rewritten.contains { $0.name == table && $0.columns.contains(column) } || excused[table] != nil || excused["\(table).\(column)"] != nil
            || excusedEverywhere.contains(column) || excusedEndings.contains { column.hasSuffix($0) }
    }
}
