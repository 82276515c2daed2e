import Campaign
import Documents

/// A draft as somebody mended it on the page.
struct DraftForm {
    let revision: Int
    let draft: ActionDraft
    let settled: Set<Int>
    let problems: FormProblems

    static let bounds = {
        var bounds = FormBody.Bounds()
        (bounds.bytes, bounds.fields) = (2_000_000, 3_000)
        return bounds
    }()

    /// What the form does not name stays as it was: a program may send a single field.
    init(_ form: FormBody, on draft: ActionDraft, findings: Int) {
        var mended = draft, problems = FormProblems()
        let typed = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        for field in Self.fields(of: draft) {
            guard let value = typed[field.name] else { continue }
            // A browser sends line ends as CR LF.
            let text = value.replacing("\r\n", with: "\n").trimmed
            guard text != (field.get(draft) ?? "").trimmed else { continue }
            if !field.set(&mended, text.isEmpty ? nil : text) { problems.add(field.id, Message("desk.imports_problem_field")) }
        }
        revision = typed["revision"].flatMap { Int($0) } ?? 0
        self.draft = DraftFields.withoutEmptyParts(mended)
        settled = Set(form.all("settled").compactMap { Int($0) }.filter { (0..<findings).contains($0) })
        self.problems = problems
    }

    /// All fields of the page, one addressee and one letter more than there are.
    static func fields(of draft: ActionDraft) -> [DraftField] {
        DraftFields.ofCase + DraftFields.ofDays + DraftFields.ofWords + DraftFields.ofSection
            + (0...draft.targets.count).flatMap(DraftFields.target) + (0...draft.letters.count).flatMap(DraftFields.letter)
    }
}
