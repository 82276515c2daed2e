import Campaign
import Documents
import Hummingbird
import Storage

/// What a section publishes of what the international one says; and at the international desk, who has taken it up.
struct EditionRoutes: Sendable {
    /// How many rows a table has.
    static let limit = 50

    let shell: DeskShell
    private let decide: DecideEdition

    init(shell: DeskShell) {
        self.shell = shell
        decide = DecideEdition(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/editions", use: shell.answer(.look, index))
        router.post("desk/editions/waiting", use: shell.answer(.adopt, wait))
        router.get("desk/editions/:reference/:ordinal", use: shell.answer(.look) { try await show($0, nil, FormProblems()) })
        router.post("desk/editions/:reference/:ordinal/adoption", use: shell.answer(.adopt, adopt))
        router.post("desk/editions/:reference/:ordinal/adaptation", use: shell.answer(.adopt, adapt))
        router.post("desk/editions/:reference/:ordinal/refusal", use: shell.answer(.adopt, decline))
        router.post("desk/editions/:reference/:ordinal/changes", use: shell.answer(.adopt, settle))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.editions_title")
        let isInternational = reader.section.code == .international
        let page = DeskTablePage(
            title: title, intro: [reader.text(isInternational ? "desk.editions_intro_international" : "desk.editions_intro")],
            tables: isInternational ? try await takenUp(reader) : try await offered(asked),
            forms: isInternational || !asked.mayAdopt ? [] : [try await waiting(reader)],
            layout: shell.layout(title, asked, at: EditionLinks.all), for: reader)
        return try shell.page(page, reader)
    }

    private func offered(_ asked: DeskShell.Asked) async throws -> [DeskTable] {
        let reader = asked.reader, section = reader.section.code, today = reader.today
        let (new, changed, decided) = try await shell.site.database.read { db in
            (
                try db.undecidedOutputs(for: section, in: reader.language, on: today, limit: Self.limit),
                try db.changedOutputs(for: section, in: reader.language, limit: Self.limit),
                try db.decidedOutputs(of: section, in: reader.language, on: today, limit: Self.limit)
            )
        }
        return [
            .offered("desk.editions_new", empty: "desk.editions_new_none", new, reader, canAdopt: asked.mayAdopt),
            .offered("desk.editions_changed", empty: "desk.editions_changed_none", changed, reader),
            .offered("desk.editions_decided", empty: "desk.editions_decided_none", decided, reader),
        ]
    }

    private func takenUp(_ reader: Reader) async throws -> [DeskTable] {
        let outputs = try await shell.site.database.read { db in try db.takenUp(in: reader.language, limit: Self.limit) }
        return [.takenUp(outputs, among: shell.site.sections.all.count - 1, reader)]
    }

    /// Whether what is new is shown at once.
    private func waiting(_ reader: Reader) async throws -> DeskForm {
        let code = reader.section.code
        let waits = try await shell.site.database.read { db in try db.sections().first { $0.code == code }?.waitsSince != nil }
        return DeskForm(
            to: EditionLinks.waiting, reader.text("desk.editions_save"), heading: reader.text("desk.editions_waiting"),
            explanation: reader.text("desk.editions_waiting_text"),
            fields: [
                .list(
                    "waits", reader.text("desk.editions_waiting_label"),
                    ["no", "yes"].map { ($0, reader.text("desk.editions_waiting_\($0)")) }, chosen: waits ? "yes" : "no")
            ])
    }

    @Sendable private func wait(_ asked: DeskShell.Asked) async throws -> Response {
        try await decide.setWaiting(try await asked.form()["waits"] == "yes", of: asked.reader.section.code, by: asked.at.member.id.text)
        try await shell.site.sections.reload()
        return .redirect(to: EditionLinks.all, type: .normal)
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, reference = try asked.reference(), ordinal = try asked.ordinal()
        let title = "\(reader.printed(reference)) · \(ordinal)"
        let layout = shell.layout(title, asked, at: EditionLinks.all)
        if section == .international {
            let action = try await shell.site.database.read { db in try db.publicAction(reference) }
            guard let output = action.output(ordinal) else { throw ActionRefusal.unknownOutput(reference, ordinal) }
            let table = DeskTable.uptake(of: output, in: action, sections: shell.site.sections.all, reader)
            let intro = [output.text(in: reader.languages)?.headline, reader.text("desk.editions_uptake_text")].compactMap { $0 }
            return try shell.page(DeskTablePage(title: title, intro: intro, tables: [table], forms: [], layout: layout, for: reader), reader)
        }
        let (action, output) = try await shell.site.database.read { db in try db.offered(reference, ordinal, to: section) }
        let page = EditionPage(
            title: title, action, output, typed: typed, problems: problems, mayAdopt: asked.mayAdopt, layout: layout, for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func adopt(_ asked: DeskShell.Asked) async throws -> Response {
        try await decided(asked, .adopt)
    }

    @Sendable private func decline(_ asked: DeskShell.Asked) async throws -> Response {
        let reason = try await asked.form()["reason"] ?? ""
        guard reason.contains(where: \.isLetter) else {
            return try await show(asked, nil, FormProblems("reason", Message("desk.problem_reason")))
        }
        return try await decided(asked, .decline(reason))
    }

    @Sendable private func adapt(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), reference = try asked.reference(), ordinal = try asked.ordinal(), section = asked.reader.section
        let (_, output) = try await shell.site.database.read { db in try db.offered(reference, ordinal, to: section.code) }
        do {
            return try await decided(asked, .adapt(try EditionForm(form, output, for: section, on: asked.reader.today).own))
        } catch let problems as FormProblems {
            return try await show(asked, form, problems)
        }
    }

    @Sendable private func settle(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), reference = try asked.reference(), ordinal = try asked.ordinal()
        try await decide.settle(
            reference, ordinal, field: form["field"] ?? "", taking: form["choice"] == "take", for: asked.reader.section.code,
            by: asked.at.member.id.text)
        return .redirect(to: EditionLinks.output(reference, ordinal), type: .normal)
    }

    private func decided(_ asked: DeskShell.Asked, _ decision: DecideEdition.Decision) async throws -> Response {
        let reference = try asked.reference(), ordinal = try asked.ordinal()
        try await decide(reference, ordinal, decision, for: asked.reader.section.code, by: asked.at.member.id.text)
        return .redirect(to: EditionLinks.output(reference, ordinal), type: .normal)
    }
}

extension DeskShell.Asked {
    fileprivate func ordinal() throws -> Int {
        guard let ordinal = Int(try parameter("ordinal")), (1...999).contains(ordinal) else { throw NotPublishedHere() }
        return ordinal
    }

    fileprivate var mayAdopt: Bool { at.member.duties.allow(.adopt, in: reader.section.code) }
}
