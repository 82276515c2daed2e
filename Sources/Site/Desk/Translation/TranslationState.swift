import Campaign
import Documents

/// How far a language is, in words.
struct TranslationState {
    private let translation: Translation
    private let names: [String: String]

    init(_ translation: Translation, _ names: [String: String]) {
        self.translation = translation
        self.names = names
    }

    /// Whether somebody has something to do.
    var isOpen: Bool { translation.row != nil && translation.row?.checkedBy == nil || translation.count(.stale) > 0 }

    func sentence(_ reader: Reader) -> String {
        let ready = translation.count(.translated), stale = translation.count(.stale), all = translation.items.count
        let values = ["n": String(ready), "total": String(all), "stale": String(stale)]
        if stale > 0 { return reader.text("desk.translation_sum_stale", values) }
        if translation.row?.checkedBy != nil { return reader.text("desk.translation_sum_checked", values) }
        if translation.row == nil, translation.isShown { return reader.text("desk.translation_sum_unlinked", values) }
        return translation.isEnough ? reader.text("desk.translation_sum_to_check", values) : reader.text("desk.translation_sum_open", values)
    }

    /// Who translated, who checked, and whether readers see it.
    func people(_ reader: Reader) -> [String] {
        guard let row = translation.row else { return [] }
        let shown = translation.isShown ? translation.isPublished ? "desk.translation_shown" : "desk.translation_ready" : "desk.translation_hidden"
        return [
            reader.text("desk.translation_by", ["name": names[row.translatedBy] ?? "–", "moment": reader.moment(row.translatedAt)]),
            row.checkedBy.map { reader.text("desk.translation_checked_by", ["name": names[$0] ?? "–"]) } ?? reader.text("desk.translation_unchecked"),
            reader.text(shown),
        ]
    }
}

extension DeskTable {
    /// The languages of outputs, each with its state.
    static func translations(_ heading: String, _ translations: [Translation], _ reader: Reader, empty: String) -> DeskTable {
        DeskTable(
            heading,
            columns: [reader.text("desk.translation_column"), reader.text("desk.column_output"), reader.text("desk.column_state")],
            rows: translations.map { translation in
                let state = TranslationState(translation, [:])
                return [
                    Cell(
                        "\(reader.name(of: translation.source)) → \(reader.name(of: translation.language))",
                        to: TranslationLinks.translation(translation.reference, translation.ordinal, translation.language)),
                    Cell("\(reader.printed(translation.reference)) · \(translation.ordinal)"),
                    Cell(state.sentence(reader), isLoud: state.isOpen),
                ]
            },
            empty: empty)
    }
}
