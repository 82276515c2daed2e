import Campaign
import Documents

/// Which finding belongs to which field of the page, and which to none.
struct ReviewFindings {
    /// Places of findings in the reading's list, by the names of fields.
    private(set) var places: [String: [Int]] = [:]
    /// Those of the document as a whole.
    private(set) var others: [Int] = []

    init(_ findings: [Finding], of draft: ActionDraft) {
        let fields = Set(DraftForm.fields(of: draft).map(\.name))
        var letters = 0, targets = 0
        for (place, finding) in findings.enumerated() {
            let name: String?
            switch finding.field {
            case "letters":
                name = "letters.\(letters).body"
                letters += 1
            case "targets.name":
                name = Self.target(finding, draft, targets)
                targets += 1
            case "case_year", "case_number", "series": name = "reference"
            default: name = finding.field
            }
            if let name, fields.contains(name) { places[name, default: []].append(place) } else { others.append(place) }
        }
    }

    /// The addressee whose name or office it is; else the one whose turn it is.
    private static func target(_ finding: Finding, _ draft: ActionDraft, _ turn: Int) -> String {
        let place = draft.targets.firstIndex { finding.value != nil && ($0.name == finding.value || $0.role == finding.value) } ?? turn
        let isOffice = draft.targets.indices.contains(place) && draft.targets[place].name == nil
        return "targets.\(place).\(isOffice ? "role" : "name")"
    }
}
