import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Every version of a manuscript, what changed in it, and taking an old one up again.
struct HistoryRoutes: Sendable {
    let parts: AuthoringShell

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.get("desk/actions/:reference/outputs/:ordinal/history", use: shell.answer(.write, index))
        router.get("desk/actions/:reference/outputs/:ordinal/history/:revision", use: shell.answer(.write, show))
        router.post("desk/actions/:reference/outputs/:ordinal/history/:revision", use: shell.answer(.write, restore))
    }

    /// The versions of the output in the address, published or not.
    private func versions(_ asked: DeskShell.Asked) async throws -> (AuthoringShell.Place, [ManuscriptVersion], isPublished: Bool) {
        let place = try await parts.place(asked)
        return try await parts.shell.site.database.read { db in
            guard let output = try db.wholeAction(place.reference).output(place.ordinal) else { throw ManuscriptRefusal.nothingThere }
            return (place, try db.versions(of: output.id), output.publishedAt != nil)
        }
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, (place, versions, _) = try await versions(asked), names = try await parts.names(asked), fields = FieldNames(reader)
        let rows = versions.enumerated().map { number, version in
            let before = number + 1 < versions.count ? versions[number + 1].content : ManuscriptContent()
            let changed = version.content.differences(from: before).map(fields.name)
            let words = changed.prefix(6).joined(separator: ", ") + (changed.count > 6 ? " …" : "")
            return [
                DeskTable.Cell(String(version.revision), to: AuthoringLinks.version(place.reference, place.ordinal, version.revision)),
                .init(reader.moment(version.at)), .init(names[version.by]), .init(words.isEmpty ? "–" : words),
            ]
        }
        let title = reader.text("desk.authoring_history_of", ["reference": reader.printed(place.reference)])
        let columns = ["revision", "when", "who", "changed"].map { reader.text("desk.authoring_column_\($0)") }
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.authoring_history_text")],
            tables: [
                DeskTable(reader.text("desk.authoring_history"), columns: columns, rows: rows, empty: reader.text("desk.authoring_history_none"))
            ],
            forms: [], layout: parts.shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try parts.shell.page(page, reader)
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, (place, versions, isPublished) = try await versions(asked), names = try await parts.names(asked)
        let revision = try asked.visitor.number("revision", in: 1...1_000_000)
        guard let index = versions.firstIndex(where: { $0.revision == revision }) else { throw ManuscriptRefusal.nothingThere }
        let version = versions[index], earlier = index + 1 < versions.count ? versions[index + 1] : nil
        let title = reader.text("desk.authoring_version_title", ["n": String(revision), "reference": reader.printed(place.reference)])
        let restore =
            index == 0 || isPublished
            ? []
            : [
                DeskForm(
                    to: AuthoringLinks.version(place.reference, place.ordinal, revision), reader.text("desk.authoring_restore"),
                    explanation: reader.text("desk.authoring_restore_text"))
            ]
        let page = VersionPage(
            title: title, intro: reader.text("desk.authoring_version_by", ["name": names[version.by], "time": reader.moment(version.at)]),
            changes: VersionPage.changes(version.content, since: earlier?.content ?? ManuscriptContent(), reader),
            backPath: AuthoringLinks.history(place.reference, place.ordinal),
            forms: restore, layout: parts.shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try parts.shell.page(page, reader)
    }

    @Sendable private func restore(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try await parts.place(asked), revision = try asked.visitor.number("revision", in: 1...1_000_000)
        _ = try await parts.authoring.restore(revision, of: place.reference, place.ordinal, for: place.section, by: asked.at.member.id)
        return .redirect(to: AuthoringLinks.editor(place.reference, place.ordinal), type: .normal)
    }
}
