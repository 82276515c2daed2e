import Campaign
import Documents
import Foundation
import Hummingbird
import Storage

/// The keys of other programs: make one, see when each was last used, revoke.
struct ProgramDeskRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/programs", use: shell.answer(.administer) { try await index($0, FormBody(), FormProblems(), key: nil) })
        router.post("desk/programs", use: shell.answer(.administer, needsCode: true, create))
        router.post("desk/programs/revocation", use: shell.answer(.administer, needsCode: true, revoke))
    }

    /// - Parameter key: one that was made just now. It is shown once and kept nowhere.
    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems, key: String?) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.programs_title")
        let (keys, sections) = try await shell.site.database.read { db in (try db.programKeys(), try db.sections()) }
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.programs_text")],
            secret: key.map { .init(secretLabel: reader.text("desk.programs_made"), secretText: $0, copyScript: shell.site.assets.path("copy.js")) },
            tables: [table(keys, sections, reader)], forms: [form(typed, problems, sections, reader)],
            layout: shell.layout(title, asked, at: ProgramDeskLinks.index), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        let scopes = Set(ProgramKey.Scope.allCases.filter { form[Self.tick($0)] == "1" })
        do {
            let key = try await shell.desk.programs.make(
                form["name"] ?? "", for: Section.Code(rawValue: form["section"] ?? ""), scopes: scopes, by: asked.at.member.id.text)
            return try await index(asked, FormBody(), FormProblems(), key: key)
        } catch let refusal as ProgramKeyRefusal {
            return try await index(asked, form, FormProblems("name", refusal.message), key: nil)
        }
    }

    @Sendable private func revoke(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.programs.revoke(ProgramKey.ID(asked.form()["key"] ?? ""), by: asked.at.member.id.text)
        return .redirect(to: ProgramDeskLinks.index, type: .normal)
    }

    private func table(_ keys: [ProgramKey], _ sections: [Section], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.programs_keys"),
            columns: [
                "desk.name", "desk.section", "desk.programs_scopes", "desk.programs_made_on", "desk.programs_used", "desk.column_state",
                "desk.column_do",
            ].map { reader.text($0) },
            rows: keys.map { key in
                let revoke = DeskForm(
                    to: ProgramDeskLinks.revocation, reader.text("desk.programs_revoke"),
                    hidden: [HiddenField(fieldName: "key", fieldValue: key.id.text)], isGrave: true)
                return [
                    .init(key.name), .init(sections.first { $0.code == key.section }?.name ?? key.section.rawValue),
                    .init(key.scopes.sorted().map { reader.text("desk.programs_scope_\($0.rawValue)") }.joined(separator: ", ")),
                    .init(reader.days.long(key.madeAt.day(in: reader.section.timeZone))),
                    .init(key.lastUsedOn.map { reader.days.long($0) } ?? reader.text("desk.programs_never")),
                    .init(reader.text(key.revokedAt == nil ? "desk.programs_active" : "desk.programs_revoked")),
                    .init("", buttons: key.revokedAt == nil ? [revoke] : []),
                ]
            },
            empty: reader.text("desk.programs_none"))
    }

    private static func tick(_ scope: ProgramKey.Scope) -> String { "scope_\(scope.rawValue)" }

    private func form(_ typed: FormBody, _ problems: FormProblems, _ sections: [Section], _ reader: Reader) -> DeskForm {
        let scopes = ProgramKey.Scope.allCases.map { scope in
            DeskForm.Field.tick(Self.tick(scope), reader.text("desk.programs_scope_\(scope.rawValue)"))
        }
        return DeskForm(
            to: ProgramDeskLinks.index, reader.text("desk.programs_make"), heading: reader.text("desk.programs_make"),
            explanation: reader.text("desk.programs_make_text"),
            fields: [
                .init(
                    "name", reader.text("desk.name"), hint: reader.text("desk.programs_name_hint"), value: typed["name"] ?? "",
                    problem: problems["name"].map(reader.words.text)),
                .list("section", reader.text("desk.section"), sections.map { ($0.code.rawValue, $0.name) }, chosen: typed["section"]),
            ] + scopes)
    }
}
