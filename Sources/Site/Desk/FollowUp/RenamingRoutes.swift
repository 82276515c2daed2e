import Campaign
import Documents
import Hummingbird
import Storage

/// Another name for somebody, or none, everywhere at once: first what is meant, then every place it stands, then a code and it is done.
struct RenamingRoutes: Sendable {
    /// A box for each place where the name stands.
    private static let bounds = {
        var bounds = FormBody.Bounds()
        (bounds.fields, bounds.bytes) = (2_000, Limits.form)
        return bounds
    }()

    let shell: DeskShell
    let rename: RenameSubject

    init(shell: DeskShell) {
        self.shell = shell
        rename = RenameSubject(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/renaming", use: shell.answer(.withdraw, needsCode: true) { try await show($0, nil, FormProblems()) })
        router.post("desk/actions/:reference/renaming/places", use: shell.answer(.withdraw, needsCode: true, look))
        router.post("desk/actions/:reference/renaming", use: shell.answer(.withdraw, needsCode: true, create))
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let action = try await shell.ownAction(asked), reader = asked.reader
        func problem(_ field: String) -> String? { problems[field].map(reader.words.text) }
        let names = action.subjects.map(\.name)
        let form = DeskForm(
            to: FollowUpLinks.renamingPlaces(action.reference), reader.text("desk.rename_look"),
            fields: [
                names.isEmpty
                    ? .init("subject", reader.text("desk.rename_subject"), value: typed?["subject"] ?? "", problem: problem("subject"))
                    : .list(
                        "subject", reader.text("desk.rename_subject"), problem: problem("subject"), names.map { ($0, $0) }, chosen: typed?["subject"]),
                .init(
                    "to", reader.text("desk.rename_to"), hint: reader.text("desk.rename_to_hint"), value: typed?["to"] ?? "", problem: problem("to")),
                .init(
                    "pronouns", reader.text("desk.rename_pronouns"), hint: reader.text("desk.rename_pronouns_hint"),
                    value: typed?["pronouns"] ?? action.subjects.first?.pronouns ?? "", isNeeded: false),
                .area("also", reader.text("desk.rename_also"), hint: reader.text("desk.rename_also_hint"), value: typed?["also"] ?? ""),
            ])
        return try shell.form(reader.text("desk.followup_rename"), of: action, [reader.text("desk.followup_rename_text")], form, problems, asked)
    }

    @Sendable private func look(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await shell.ownAction(asked), form = try await asked.form(), reader = asked.reader
        guard let renaming = Self.renaming(form) else {
            return try await show(asked, form, FormProblems("to", RenamingRefusal.noName.message))
        }
        let places = try await rename.preview(action.reference, renaming), title = reader.text("desk.followup_rename")
        let hidden = ["subject", "to", "pronouns", "also"].map { HiddenField(fieldName: $0, fieldValue: form[$0] ?? "") }
        let page = RenamingPage(
            title: title, intro: [reader.printed(action.reference), "\(renaming.subject) → \(renaming.to)"], places,
            hidden: hidden + [HiddenField(fieldName: "seen", fieldValue: RenamingPlace.digest(places))],
            formPath: FollowUpLinks.renaming(action.reference), layout: shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await shell.ownAction(asked), form = try await FormBody.read(asked.request, within: Self.bounds)
        guard let renaming = Self.renaming(form) else {
            return try await show(asked, form, FormProblems("to", RenamingRefusal.noName.message))
        }
        _ = try await rename(
            action.reference, renaming, chosen: Set(form.all("place")), seen: form["seen"] ?? "", by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }

    private static func renaming(_ form: FormBody) -> Renaming? {
        let also = (form["also"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
        return try? Renaming(form["subject"] ?? "", to: form["to"] ?? "", pronouns: form["pronouns"], also: also)
    }
}
