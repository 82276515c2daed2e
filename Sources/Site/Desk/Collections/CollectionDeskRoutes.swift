import Campaign
import Documents
import Hummingbird
import Storage

/// Making a section's collections and putting their cases in order, and what came of them.
struct CollectionDeskRoutes: Sendable {
    let shell: DeskShell
    private let make: MakeCollection

    init(shell: DeskShell) {
        self.shell = shell
        make = MakeCollection(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/collections", use: shell.answer(.look) { try await index($0, FormBody(), FormProblems()) })
        router.post("desk/collections", use: shell.answer(.adopt, create))
        router.get("desk/collections/:slug", use: shell.answer(.look) { try await show($0, nil, FormProblems()) })
        router.post("desk/collections/:slug", use: shell.answer(.adopt, change))
    }

    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.collections_title")
        let all = try await shell.site.database.read { db in try db.collections(of: section) }
        let table = DeskTable(
            title,
            columns: ["desk.collections_name", "desk.collections_first", "desk.collections_last", "desk.column_state"].map { reader.text($0) },
            rows: all.map { one in
                [
                    .init(one.text(in: reader.languages)?.words.title ?? one.slug, to: CollectionLinks.desk(one.slug)),
                    .init(reader.days.long(one.startsOn)), .init(reader.days.long(one.endsOn)),
                    .init(reader.text(one.isPublic ? "desk.state_published" : "desk.state_draft")),
                ]
            }, empty: reader.text("desk.collections_none"))
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.collections_intro")], tables: [table],
            forms: asked.at.member.duties.allow(.adopt, in: section) ? [Self.making(reader, typed, problems)] : [],
            layout: shell.layout(title, asked, at: CollectionLinks.desk), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    private static func making(_ reader: Reader, _ typed: FormBody, _ problems: FormProblems) -> DeskForm {
        func problem(_ field: String) -> String? { problems[field].map(reader.words.text) }
        return DeskForm(
            to: CollectionLinks.desk, reader.text("desk.collections_make"), heading: reader.text("desk.collections_make"),
            fields: [
                .init("title", reader.text("desk.collections_name"), value: typed["title"] ?? "", problem: problem("title")),
                .init(
                    "slug", reader.text("desk.collections_slug"), hint: reader.text("desk.collections_slug_hint"), value: typed["slug"] ?? "",
                    problem: problem("slug")),
                .init("first", reader.text("desk.collections_first"), type: "date", value: typed["first"] ?? "", problem: problem("first")),
                .init("last", reader.text("desk.collections_last"), type: "date", value: typed["last"] ?? "", problem: problem("last")),
            ])
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), reader = asked.reader, slug = (form["slug"] ?? "").lowercased(), title = form["title"] ?? ""
        var problems = FormProblems()
        let days = CollectionForm.days(form, &problems)
        if !CaseCollection.isSlug(slug) { problems.add("slug", Message("desk.collections_problem_slug")) }
        if !title.contains(where: \.isLetter) { problems.add("title", Message("desk.collections_problem_title")) }
        guard let days, problems.isEmpty else { return try await index(asked, form, problems) }
        let made = try await make(
            slug, titled: String(title.prefix(200)), in: reader.language, from: days.first, to: days.last, section: reader.section.code,
            by: asked.at.member.id.text)
        return .redirect(to: CollectionLinks.desk(made.slug), type: .normal)
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, collection = try await collection(asked)
        let totals = try await shell.site.database.read { db in try db.totals(of: collection) }
        let title = collection.text(in: reader.languages)?.words.title ?? collection.slug
        let address = shell.site.origins.origin(of: reader.section) + CollectionLinks.short(collection.slug)
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.collections_address", ["address": address])],
            tables: [
                .counts(reader.text("desk.collections_by_case"), collection.cases.map { (reader.printed($0), totals.cases[$0] ?? 0) }, reader),
                .counts(
                    reader.text("desk.collections_by_place"),
                    totals.places.sorted { $0.key < $1.key }.map { ($0.key.isEmpty ? reader.text("desk.collections_no_place") : $0.key, $0.value) },
                    reader),
                .counts(reader.text("desk.collections_by_group"), totals.groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, reader),
            ],
            forms: asked.at.member.duties.allow(.adopt, in: reader.section.code) ? [CollectionForm.form(collection, typed, problems, reader)] : [],
            layout: shell.layout(title, asked, at: CollectionLinks.desk), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), collection = try await collection(asked)
        do {
            let changed = try CollectionForm(form, collection, languages: asked.reader.section.languages).collection
            try await make.change(changed, by: asked.at.member.id.text)
            return .redirect(to: CollectionLinks.desk(collection.slug), type: .normal)
        } catch let problems as FormProblems {
            return try await show(asked, form, problems)
        } catch ActionRefusal.unknownReference(let number) {
            return try await show(asked, form, FormProblems("cases", Message("refusal.unknown_reference", ["reference": number])))
        }
    }

    private func collection(_ asked: DeskShell.Asked) async throws -> CaseCollection {
        let slug = try asked.parameter("slug"), section = asked.reader.section.code
        return try await shell.site.database.read { db in try db.collection(slug, of: section) }
    }
}

extension DeskTable {
    fileprivate static func counts(_ heading: String, _ rows: [(String, Int)], _ reader: Reader) -> DeskTable {
        DeskTable(
            heading, columns: [reader.text("desk.collections_what"), reader.text("desk.collections_appeals")],
            rows: rows.map { [.init($0.0), .init(reader.words.grouped($0.1))] }, empty: reader.text("desk.collections_nothing"))
    }
}
