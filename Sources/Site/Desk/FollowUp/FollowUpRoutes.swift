import Campaign
import Documents
import Hummingbird
import Storage

/// Further documents of an action: an update, a correction, an information, an outcome, each begun as a draft.
struct FollowUpRoutes: Sendable {
    let shell: DeskShell
    let begin: BeginFollowUp

    init(shell: DeskShell) {
        self.shell = shell
        begin = BeginFollowUp(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/follow-ups/:kind", use: shell.answer(.write) { try await show($0, nil, FormProblems()) })
        router.post("desk/actions/:reference/follow-ups/:kind", use: shell.answer(.write, create))
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let kind = try asked.kind(), action = try await shell.ownAction(asked), reader = asked.reader
        return try shell.form(
            reader.text("desk.followup_\(kind.rawValue)"), of: action, [reader.text("desk.followup_\(kind.rawValue)_text")],
            .followUp(kind, of: action, typed, problems, reader), problems, asked)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let kind = try asked.kind(), action = try await shell.ownAction(asked), form = try await asked.form()
        var problems = FormProblems()
        let issued = form.day("issued_on", &problems)
        if issued == nil, problems["issued_on"] == nil { problems.add("issued_on", Message("desk.problem_no_day")) }
        var followUp = FollowUp(kind, issuedOn: issued ?? asked.reader.today)
        followUp.actUntil = kind.asksForLetters ? form.day("act_until", &problems) : nil
        followUp.eventOn = form.day("event_on", &problems)
        followUp.outcome = kind == .outcome ? form["outcome"].flatMap(Outcome.init) : nil
        followUp.corrects = form["corrects"].flatMap { Int($0) }
        followUp.corrections = kind == .correction ? form.words("correction", in: action.spokenLanguages) : [:]
        problems.add(followUp.problems(on: asked.reader.today))
        guard problems.isEmpty else { return try await show(asked, form, problems) }
        let ordinal = try await begin(action.reference, followUp, on: asked.reader.today, by: asked.at.member.id.text)
        return .redirect(to: AuthoringLinks.editor(action.reference, ordinal), type: .normal)
    }
}

extension DeskShell.Asked {
    /// The kind of document in the address; only kinds that can follow are there.
    fileprivate func kind() throws -> OutputKind {
        guard let kind = OutputKind(rawValue: try parameter("kind")), FollowUp.kinds.contains(kind) else { throw NotPublishedHere() }
        return kind
    }
}

extension DeskShell {
    /// The action in the address, when it is this section's to change. Throws `StaffRefusal.notAllowed`, and `ActionRefusal.withdrawn`.
    func ownAction(_ asked: Asked) async throws -> Action {
        let (action, isWithdrawn) = try await DeskActionRoutes(shell: self).whole(asked)
        if isWithdrawn { throw ActionRefusal.withdrawn }
        guard try await isOwn(action, asked) else { throw StaffRefusal.notAllowed }
        return action
    }

    /// What other sections publish too is not one section's to change.
    func isOwn(_ action: Action, _ asked: Asked) async throws -> Bool {
        let section = asked.reader.section.code
        guard section != .international else { return true }
        return try await site.database.read { db in try db.sections(publishing: action.id).isSubset(of: [section]) }
    }

    /// A page with one form about an action.
    func form(_ title: String, of action: Action, _ intro: [String], _ form: DeskForm, _ problems: FormProblems, _ asked: Asked) throws -> Response {
        let reader = asked.reader, headline = action.outputs.last?.text(in: reader.languages)?.headline
        let page = DeskFormPage(
            title: title, intro: [[reader.printed(action.reference), headline].compactMap { $0 }.joined(separator: " · ")] + intro, form,
            problems: problems, layout: layout(title, asked, at: DeskLinks.actions), for: reader)
        return try self.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }
}
