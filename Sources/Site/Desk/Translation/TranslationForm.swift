import Campaign
import Documents

/// What somebody typed beside the source.
struct TranslationForm {
    let typed: [String: TranslateOutput.Typed]

    init(_ form: FormBody, _ translation: Translation) {
        let fields = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        func text(_ name: String) -> String? { fields[name]?.replacing("\r\n", with: "\n").trimmed }
        typed = translation.items.reduce(into: [:]) { typed, item in
            let id = item.piece.id
            guard let target = text("target." + id) else { return }
            // A paragraph stays one: an empty line would make two of it.
            let whole = target.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n")
            typed[id] = .init(
                target: whole, note: text("note." + id), former: text("former." + id), stillHolds: fields["holds." + id] != nil)
        }
    }
}
