import Campaign
import Documents

/// "Did you mean …?", asked before anything is sent. Two buttons of the same form answer it; each says for which address.
struct SuggestionPart: Sendable {
    let suggestionTitle: String
    let suggestionText: String
    let suggested: String
    let suggestedFor: String
}

extension SuggestionPart {
    /// nil when nothing looks mistyped, or the form already says that it is right.
    init?(_ form: FormBody, for reader: Reader) {
        let typed = form.address
        guard form["keep"] != typed, let address = MailAddress(typed), let likely = AddressTypo.suggestion(for: address) else { return nil }
        self.init(
            suggestionTitle: reader.text("alerts.suggestion_title", ["address": likely.text]),
            suggestionText: reader.text("alerts.suggestion_text", ["address": typed]),
            suggested: likely.text,
            suggestedFor: typed
        )
    }
}

extension FormBody {
    /// The address a form means: the suggested one where somebody took it, else the typed one without blanks around it.
    var address: String {
        if let used = self["use"], !used.isEmpty { return used }
        let typed = (self["address"] ?? "").drop { $0.isWhitespace }
        return String(typed.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The part after the @ of the address it means.
    var domain: String { address.split(separator: "@").last.map { $0.lowercased() } ?? "" }

    /// The same form with the address it means, and without the buttons that settled it.
    var settled: FormBody {
        FormBody([Field(name: "address", value: address)] + fields.filter { !["address", "use", "keep", "puzzle", "answer"].contains($0.name) })
    }
}
