import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The actions of a section: publish, withdraw.
struct DeskActionRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/actions", use: shell.answer(.look, index))
        router.get("desk/actions/:reference", use: shell.answer(.look) { try await show($0, FormProblems()) })
        router.post("desk/actions/:reference/publication", use: shell.answer(.release, needsCode: true, publish))
        router.post("desk/actions/:reference/withdrawal", use: shell.answer(.withdraw, needsCode: true, withdraw))
    }

    /// How many actions stand on a page.
    private static let pageSize = 50

    /// A number leads to its action; any other words are looked for in headlines.
    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, today = reader.today, query = asked.request.query
        if let number = query["q"], let reference = try? Reference(number) {
            return .redirect(to: DeskLinks.action(reference), type: .normal)
        }
        let filter = DeskFilter(query)
        let (page, choices) = try await shell.site.database.read { db in
            (try db.deskPage(filter, of: section, in: reader.language, since: today, limit: Self.pageSize), try db.deskChoices())
        }
        let title = reader.text("desk.actions_title")
        return try shell.page(
            DeskActionsPage(
                page, filter, choices, title: title, newPath: mayWrite(asked) ? AuthoringLinks.new : nil,
                layout: shell.layout(title, asked, at: DeskLinks.actions), for: reader), reader)
    }

    private func show(_ asked: DeskShell.Asked, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, (action, isWithdrawn) = try await whole(asked)
        let may = try await mayRelease(action, asked)
        let forms = isWithdrawn ? [] : DeskActionForms(action, asked, problems, mayRelease: may).all
        let isOwn = try await shell.isOwn(action, asked)
        let followUps = isWithdrawn ? [] : [DeskTable.followUps(of: action, asked, isOwn: isOwn)].compactMap { $0 }
        let title = reader.printed(action.reference)
        let translations = isWithdrawn ? [] : [try await self.translations(action, reader)]
        let page = DeskTablePage(
            title: title,
            intro: isWithdrawn ? [reader.text("desk.state_withdrawn")] : may ? [] : [reader.text("desk.action_shared")],
            tables: [outputs(action, try await manuscripts(action), mayWrite: may || mayWrite(asked) && !isWithdrawn, reader)] + followUps
                + translations,
            forms: forms,
            layout: shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func publish(_ asked: DeskShell.Asked) async throws -> Response {
        let (action, _) = try await releasable(asked)
        _ = try await shell.desk.publish(action.reference, for: asked.reader.section.code, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }

    @Sendable private func withdraw(_ asked: DeskShell.Asked) async throws -> Response {
        let (action, _) = try await whole(asked), reason = try await asked.form()["reason"] ?? ""
        guard reason.contains(where: \.isLetter) else { return try await show(asked, FormProblems("reason", Message("desk.problem_reason"))) }
        try await shell.desk.withdraw(action.reference, reason: String(reason.prefix(500)), by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }

    /// The action in the address with all its outputs; none that only other sections have.
    func whole(_ asked: DeskShell.Asked) async throws -> (Action, isWithdrawn: Bool) {
        let reference = try asked.reference(), section = asked.reader.section.code
        return try await shell.site.database.read { db in
            let action = try db.wholeAction(reference), sections = try db.sections(publishing: action.id)
            guard section == .international || sections.isEmpty || !sections.isDisjoint(with: [section, .international]) else {
                throw ActionRefusal.unknownReference(reference.printed(.slash))
            }
            return (action, try db.isWithdrawn(action.id))
        }
    }

    private func releasable(_ asked: DeskShell.Asked) async throws -> (Action, isWithdrawn: Bool) {
        let found = try await whole(asked)
        guard try await mayRelease(found.0, asked) else { throw StaffRefusal.notAllowed }
        return found
    }

    /// What other sections publish too is not one section's to publish or close.
    private func mayRelease(_ action: Action, _ asked: DeskShell.Asked) async throws -> Bool {
        let section = asked.reader.section.code
        guard asked.at.member.duties.allow(.release, in: section) else { return false }
        guard section != .international else { return true }
        return try await shell.site.database.read { db in try db.sections(publishing: action.id).isSubset(of: [section]) }
    }

    private func manuscripts(_ action: Action) async throws -> [Output.ID: Manuscript] {
        try await shell.site.database.read { db in try db.manuscripts(of: action.id) }
    }

    private func mayWrite(_ asked: DeskShell.Asked) -> Bool { asked.at.member.duties.allow(.write, in: asked.reader.section.code) }

    /// The languages of the latest output, with how far each is.
    private func translations(_ action: Action, _ reader: Reader) async throws -> DeskTable {
        let section = reader.section
        let languages = try await shell.site.database.read { db in
            try action.latest.map { try db.translations(of: $0, action.reference, in: section.code, languages: section.languages) } ?? []
        }
        return .translations(reader.text("desk.translation_table"), languages, reader, empty: reader.text("desk.translation_none"))
    }

    /// - Parameter mayWrite: whether drafts lead to where they are written.
    private func outputs(_ action: Action, _ manuscripts: [Output.ID: Manuscript], mayWrite: Bool, _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.outputs"),
            columns: ["desk.column_output", "desk.column_headline", "desk.column_state", "desk.column_until", "desk.column_languages"].map {
                reader.text($0)
            },
            rows: action.outputs.map { output in
                [
                    .init(
                        "\(output.ordinal) · \(reader.text("kind.\(output.kind.rawValue)"))",
                        to: output.publishedAt == nil
                            ? mayWrite ? AuthoringLinks.editor(action.reference, output.ordinal) : nil
                            : Links.action(action.reference, reader.publicLanguage, ordinal: output.ordinal)),
                    .init(output.text(in: reader.languages)?.headline ?? "–"),
                    .init(
                        reader.text(
                            output.publishedAt == nil
                                ? "desk.authoring_state_\(manuscripts[output.id]?.state.rawValue ?? "draft")"
                                : output.ending == nil ? "desk.state_published" : "desk.state_ended")),
                    .init(output.actUntil(for: reader.section.code).map(reader.days.long) ?? "–"),
                    .init(output.texts.map { reader.name(of: $0.language) }.joined(separator: ", ")),
                ]
            },
            empty: "")
    }
}
