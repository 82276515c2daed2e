import Campaign
import Documents
import Hummingbird
import Storage

/// A later day to write until: for the readers of this section, or at the international desk for everybody.
struct ExtensionRoutes: Sendable {
    let shell: DeskShell
    let extend: ExtendDeadline

    init(shell: DeskShell) {
        self.shell = shell
        extend = ExtendDeadline(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/extension", use: shell.answer(.release, needsCode: true) { try await show($0, nil, FormProblems()) })
        router.post("desk/actions/:reference/extension", use: shell.answer(.release, needsCode: true, create))
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, action = try await action(asked), code = reader.section.code
        let output = action.outputs.last { $0.publishedAt != nil }
        let present = output?.actUntil(for: code).map { reader.text("desk.extend_present", ["date": reader.days.withWeekday($0)]) }
        let history = output?.extensions(for: code).map {
            reader.text(
                "desk.extend_before", ["date": reader.days.long($0.at.day(in: reader.section.timeZone)), "until": reader.days.long($0.until)])
        }
        let whose = reader.text(code == .international ? "desk.extend_everybody" : "desk.extend_section", ["section": reader.sectionName])
        let form = DeskForm(
            to: FollowUpLinks.extend(action.reference), reader.text("desk.extend_button"),
            fields: [
                .init(
                    "until", reader.text("desk.extend_until"), hint: reader.text("desk.act_until_hint"), type: "date", value: typed?["until"] ?? "",
                    problem: problems["until"].map(reader.words.text))
            ])
        return try shell.form(
            reader.text("desk.followup_extension"), of: action, [whose] + [present].compactMap { $0 } + (history ?? []), form, problems, asked)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await action(asked), form = try await asked.form()
        var problems = FormProblems()
        let until = form.day("until", &problems)
        guard let until else {
            return try await show(asked, form, problems.isEmpty ? FormProblems("until", Message("desk.problem_no_day")) : problems)
        }
        do {
            _ = try await extend(action.reference, until: until, for: asked.reader.section.code, by: asked.at.member.id.text)
        } catch let refusal as ExtensionRefusal where refusal.kind == .invalid {
            return try await show(asked, form, FormProblems("until", refusal.message))
        }
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }

    private func action(_ asked: DeskShell.Asked) async throws -> Action {
        let (action, isWithdrawn) = try await DeskActionRoutes(shell: shell).whole(asked)
        if isWithdrawn { throw ActionRefusal.withdrawn }
        return action
    }
}
