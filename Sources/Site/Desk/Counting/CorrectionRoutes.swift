import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Taking counts back, holding them apart, restoring them: first what it would do, then, with a reason, that.
struct CorrectionRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.post("desk/counting/correction", use: shell.answer(.count, create))
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), reader = asked.reader, selection = CountSelection(form, section: reader.section.code)
        guard let correction = form["do"].flatMap(Correction.init) else { throw CorrectionRefusal.nothingMeant }
        let correct = shell.desk.counting.correct, plan = try await correct.plan(correction, selection)
        guard let digest = form["plan"] else { return try page(correction, selection, plan, FormProblems(), asked) }
        do {
            _ = try await correct(correction, selection, reason: form["reason"] ?? "", by: asked.at.member.id.text, confirming: digest)
            return .redirect(to: CountingLinks.index + "?done=1", type: .normal)
        } catch let refusal as CorrectionRefusal where refusal == .noReason || refusal == .changed {
            return try page(correction, selection, plan, FormProblems("reason", refusal.message), asked)
        }
    }

    private func page(
        _ correction: Correction, _ selection: CountSelection, _ plan: CorrectionPlan, _ problems: FormProblems, _ asked: DeskShell.Asked
    ) throws -> Response {
        let reader = asked.reader, title = reader.text("desk.counting_\(correction.rawValue)_title")
        let changes = DeskTable(
            reader.text("desk.counting_changes"), columns: ["action", "before", "after"].map { reader.text("desk.counting_\($0)") },
            rows: plan.changes.map { change in
                let name = reader.printed(change.reference)
                return [
                    .init(change.isElsewhere ? "\(name) · \(reader.text("count.imported_title"))" : name),
                    .init(reader.words.grouped(change.before)), .init(reader.words.grouped(change.after), isLoud: true),
                ]
            },
            empty: reader.text("desk.counting_changes_none"))
        let fields = [("do", correction.rawValue), ("plan", plan.digest)] + selection.fields
        let form = DeskForm(
            to: CountingLinks.correction, reader.text("desk.counting_\(correction.rawValue)"), heading: reader.text("desk.counting_confirm"),
            fields: [
                .init(
                    "reason", reader.text("desk.reason"), hint: reader.text("desk.counting_reason_hint"),
                    problem: problems["reason"].map(reader.words.text))
            ],
            hidden: fields.map { HiddenField(fieldName: $0.0, fieldValue: $0.1) }, isGrave: correction == .void)
        let page = DeskTablePage(
            title: title,
            intro: [
                reader.text(
                    "desk.counting_plan",
                    ["entries": reader.words.grouped(plan.entries), "appeals": reader.words.grouped(plan.appeals)])
            ],
            tables: [changes], forms: [form], layout: shell.layout(title, asked, at: CountingLinks.index), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }
}
