import Campaign
import Documents

/// A question with its answers, one or several of which are ticked.
struct OptionsPart: Sendable {
    let anchor: String
    let field: String
    let legend: String
    /// "radio" or "checkbox".
    let kind: String
    let options: [OptionPart]

    struct OptionPart: Sendable {
        let optionValue: String
        let label: String
        let isChosen: Bool
    }

    /// One answer.
    static func one(_ field: String, _ legend: String, _ answers: [(value: String, label: String)], chosen: String) -> OptionsPart {
        OptionsPart(field, legend, "radio", answers, [chosen])
    }

    /// Any number of answers.
    static func any(_ field: String, _ legend: String, _ answers: [(value: String, label: String)], chosen: Set<String>) -> OptionsPart {
        OptionsPart(field, legend, "checkbox", answers, chosen)
    }

    private init(_ field: String, _ legend: String, _ kind: String, _ answers: [(value: String, label: String)], _ chosen: Set<String>) {
        anchor = "\(field)-\(answers.first?.value ?? "none")"
        self.field = field
        self.legend = legend
        self.kind = kind
        options = answers.map { OptionPart(optionValue: $0.value, label: $0.label, isChosen: chosen.contains($0.value)) }
    }
}
