import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The short forms in which a case is written. Saved by the button, or while somebody types.
struct PartRoutes: Sendable {
    let parts: AuthoringShell

    private static let path = "desk/actions/:reference/outputs/:ordinal/parts/:part"

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.get(.init(Self.path), use: shell.answer(.write) { try await show($0) })
        router.post(.init(Self.path), use: CarriedForm(shell: shell).answer(shell.answer(.write, save)))
        router.post("desk/actions/:reference/outputs/:ordinal/hold", use: shell.answer(.write, takeOver))
    }

    private func part(_ asked: DeskShell.Asked) throws -> ManuscriptPart {
        guard let part = ManuscriptPart(slug: try asked.parameter("part")) else { throw ManuscriptRefusal.nothingThere }
        return part
    }

    private func show(
        _ asked: DeskShell.Asked, typed: [String: String]? = nil, since: Int? = nil, _ problems: FormProblems = FormProblems()
    ) async throws -> Response {
        let part = try part(asked), (place, opened) = try await parts.opened(asked, isWriting: true)
        if case .addressee = part, !opened.content.has(part) { throw ManuscriptRefusal.nothingThere }
        guard opened.manuscript.state != .cancelled else { throw ManuscriptRefusal.not(.cancelled) }
        let page = try await PartMaking(parts: parts, asked: asked, place: place, opened: opened)
            .page(part, typed: typed, since: since, problems)
        return try parts.shell.page(page, asked.reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func save(_ asked: DeskShell.Asked) async throws -> Response {
        let part = try part(asked), place = try await parts.place(asked), form = try await asked.form(), typed = part.typed(form)
        let isProgram = asked.request.wantsJSON, since = Int(form["since"] ?? "") ?? 0
        do {
            let result = try await parts.authoring.save(
                part, typed, since: since, of: place.reference, place.ordinal, for: place.section, by: asked.at.member.id)
            switch result {
            case .saved(let manuscript):
                if isProgram { return try await saved(manuscript, part, typed, asked) }
                let next = form["next"].flatMap { ManuscriptPart(slug: $0) }
                let path = next.map { AuthoringLinks.part(place.reference, place.ordinal, $0) }
                return .redirect(to: path ?? AuthoringLinks.part(place.reference, place.ordinal, part) + "?saved=1", type: .normal)
            case .conflict(let conflict):
                if isProgram {
                    let name = try await parts.names(asked)[conflict.by]
                    return .json(["title": asked.reader.text("desk.authoring_conflict_short", ["name": name])], ["status": 409], status: .conflict)
                }
                return try await choose(conflict, part, place, asked)
            }
        } catch let problems as FormProblems {
            if isProgram { return .problems(problems, token: nil, in: asked.reader) }
            return try await show(asked, typed: typed, since: since, problems)
        }
    }

    /// What a script is told: the revision to go on from, and the fields that others changed meanwhile. A list that others changed is for a
    /// page loaded anew.
    private func saved(_ manuscript: Manuscript, _ part: ManuscriptPart, _ typed: [String: String], _ asked: DeskShell.Asked) async throws -> Response
    {
        let now = try await parts.opened(asked).1, judged = (try? ManuscriptContent.judged(typed, as: part)) ?? typed
        let others = part.fields.map(\.name).filter { now.content[part, $0] != judged[$0] }
        let lists: Set<String> = ["countries", "subjects", "topics", "contacts", "order"]
        var texts = ["note": asked.reader.text("desk.authoring_saved_at", ["time": String(asked.reader.moment(manuscript.writtenAt))])]
        for name in others where !lists.contains(name) { texts["field." + name] = now.content[part, name] }
        return .json(texts, ["since": manuscript.revision, "stale": others.contains(where: lists.contains) ? 1 : 0], status: .ok)
    }

    /// Both texts side by side, and a choice for each field.
    private func choose(_ conflict: ManuscriptConflict, _ part: ManuscriptPart, _ place: AuthoringShell.Place, _ asked: DeskShell.Asked) async throws
        -> Response
    {
        let reader = asked.reader, name = try await parts.names(asked)[conflict.by], title = reader.text("desk.authoring_conflict_title")
        let page = ConflictPage(
            conflict, part, title: title, intro: reader.text("desk.authoring_conflict_text", ["name": name]), theirs: name,
            formPath: AuthoringLinks.part(place.reference, place.ordinal, part), layout: parts.shell.layout(title, asked, at: DeskLinks.actions),
            for: reader)
        return try parts.shell.page(page, reader, .conflict)
    }

    @Sendable private func takeOver(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try await parts.place(asked), form = try await asked.form()
        _ = try await parts.authoring.move(.takeOver, of: place.reference, place.ordinal, for: place.section, by: asked.at.member.id)
        let part = form["part"].flatMap { ManuscriptPart(slug: $0) }
        let path = part.map { AuthoringLinks.part(place.reference, place.ordinal, $0) }
        return .redirect(to: path ?? AuthoringLinks.editor(place.reference, place.ordinal), type: .normal)
    }
}
