import Campaign
import Documents

extension ReviewPage {
    /// - Parameters:
    ///   - form: what somebody typed, when it is shown again.
    ///   - message: why it was not done.
    init(
        _ document: ReviewedDocument, _ foresight: Foresight?, form: DraftForm? = nil, message: Message? = nil, taken: String, layout: Layout,
        for reader: Reader
    ) {
        let draft = form?.draft ?? document.draft, settled = form?.settled ?? document.settled
        let findings = ReviewFindings(document.reading.findings, of: draft), id = document.review.id
        self.layout = layout
        t = reader.words.plainTexts
        title = document.review.name.isEmpty ? reader.text("desk.imports_pasted_name") : document.review.name
        intro = [taken, reader.text("desk.imports_review_text")]
        notices = foresight.map { Self.notices($0, reader) } ?? []
        hasProblems = message != nil || form.map { !$0.problems.isEmpty } ?? false
        problemsTitle = hasProblems ? message.map(reader.words.text) ?? reader.text("my.problems_title") : nil
        var problems = form?.problems ?? FormProblems()
        if message == ReviewRefusal.unsettled([]).message {
            for place in document.with(draft, settled: settled).unsettled {
                let field = reader.label(of: document.reading.findings[place].field)
                problems.add(Self.anchor(place, findings), Message("desk.imports_problem_unsettled", ["field": field]))
            }
        }
        self.problems = ProblemPart.all(problems, in: reader.words)
        formPath = ImportLinks.review(id)
        acceptPath = ImportLinks.acceptance(id)
        refusePath = ImportLinks.refusal(id)
        originalPath = document.hasFile ? ImportLinks.original(id) : nil
        indexPath = ImportLinks.index
        revision = String(document.review.revision)
        textDir = document.draft.language.map(\.direction) ?? "auto"
        let parts = Parts(document: document, draft: draft, settled: settled, findings: findings, problems: problems, reader: reader)
        groups = parts.groups
        lines = parts.lines
        others = parts.others
        hasOthers = !parts.others.isEmpty
    }

    private static func anchor(_ place: Int, _ findings: ReviewFindings) -> String {
        findings.places.first { $0.value.contains(place) }.map { $0.key.replacing(".", with: "-") } ?? "other-findings"
    }

    private static func notices(_ foresight: Foresight, _ reader: Reader) -> [Notice] {
        switch foresight {
        case .refused(let message):
            return [Notice(noticeText: reader.text("desk.imports_not_yet", ["reason": reader.words.text(message)]), noticePath: nil, isLoud: true)]
        case .place(let place):
            let values = ["reference": reader.printed(place.reference), "ordinal": String(place.ordinal), "section": place.section.rawValue]
            let path = place.isNewAction ? nil : DeskLinks.action(place.reference)
            if place.isNewAction { return [Notice(noticeText: reader.text("desk.imports_becomes_action", values), noticePath: nil, isLoud: false)] }
            if place.isNewOutput { return [Notice(noticeText: reader.text("desk.imports_becomes_output", values), noticePath: path, isLoud: false)] }
            let added = place.additions.map { reader.label(of: $0) }.joined(separator: ", ")
            let adds = added.isEmpty ? reader.text("desk.imports_adds_nothing") : reader.text("desk.imports_adds", ["fields": added])
            return [Notice(noticeText: reader.text("desk.imports_belongs", values), noticePath: path, isLoud: false)]
                + [Notice(noticeText: adds, noticePath: nil, isLoud: false)]
                + place.contradictions.map { finding in
                    let words = [
                        "field": reader.label(of: finding.field), "said": finding.value ?? "–", "note": finding.note.map(reader.words.text) ?? "",
                    ]
                    return Notice(noticeText: reader.text("desk.imports_contradicts", words), noticePath: nil, isLoud: true)
                }
        }
    }
}

extension Reader {
    /// A key of a draft in words: the label of its field.
    func label(of key: String) -> String {
        let first = key.split(separator: ".").first.map(String.init) ?? key
        let fields = DraftFields.ofCase + DraftFields.ofDays + DraftFields.ofWords + DraftFields.ofSection
        if let field = fields.first(where: { $0.name == first }) { return text(field.label) }
        switch first {
        case "targets": return text("desk.imports_addressees")
        case "letters": return text("desk.imports_letters")
        default: return key
        }
    }
}

/// The parts of the page that come of the document.
private struct Parts {
    let document: ReviewedDocument
    let draft: ActionDraft
    let settled: Set<Int>
    let findings: ReviewFindings
    let problems: FormProblems
    let reader: Reader

    var groups: [ReviewPage.Group] {
        [
            group("case", reader.text("desk.imports_group_case"), DraftFields.ofCase),
            group("days", reader.text("desk.imports_group_days"), DraftFields.ofDays),
            group("words", reader.text("desk.imports_group_words"), DraftFields.ofWords),
        ]
            + draft.targets.indices.map { group("target-\($0)", numbered("desk.imports_addressee", $0), DraftFields.target($0)) }
            + [group("target-new", reader.text("desk.imports_addressee_new"), DraftFields.target(draft.targets.count), isFolded: true)]
            + draft.letters.indices.map { group("letter-\($0)", numbered("desk.imports_letter", $0), DraftFields.letter($0)) }
            + [
                group("letter-new", reader.text("desk.imports_letter_new"), DraftFields.letter(draft.letters.count), isFolded: true),
                group("section", reader.text("desk.imports_group_section"), DraftFields.ofSection),
            ]
    }

    var others: [ReviewFinding] { findings.others.map { finding($0, shown: nil) } }

    /// Each line with the fields that it told of.
    var lines: [ReviewPage.Line] {
        var marks: [Int: [ReviewPage.Mark]] = [:], unsure: Set<Int> = [], seen: Set<Int> = []
        for field in DraftForm.fields(of: draft) {
            for place in findings.places[field.name] ?? [] {
                guard let line = document.reading.findings[place].line else { continue }
                marks[line, default: []].append(.init(markLabel: reader.text(field.label), markPath: "#\(field.id)"))
                if document.reading.findings[place].confidence < Finding.threshold { unsure.insert(line) }
            }
        }
        return document.lines.map { line in
            let isFirst = seen.insert(line.number).inserted
            return ReviewPage.Line(
                lineID: isFirst ? "line-\(line.number)" : nil, number: String(line.number), lineText: line.text,
                isFound: marks[line.number] != nil, isUnsure: unsure.contains(line.number), marks: isFirst ? marks[line.number] ?? [] : [])
        }
    }

    private func numbered(_ key: String, _ place: Int) -> String { reader.text(key, ["n": String(place + 1)]) }

    private func group(_ id: String, _ legend: String, _ fields: [DraftField], isFolded: Bool = false) -> ReviewPage.Group {
        ReviewPage.Group(groupID: "group-\(id)", legend: legend, isFolded: isFolded, fields: fields.map(shown))
    }

    private func shown(_ field: DraftField) -> ReviewField {
        let value = field.get(draft)
        return ReviewField(
            field, of: draft, findings: (findings.places[field.name] ?? []).map { finding($0, shown: value) }, problem: problems[field.id],
            for: reader)
    }

    private func finding(_ place: Int, shown value: String?) -> ReviewFinding {
        ReviewFinding(document.reading.findings[place], at: place, in: document, settled: settled, shown: value, for: reader)
    }
}
