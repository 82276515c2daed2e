import Campaign
import Hummingbird
import Storage

/// What was done, by whom, the latest first. Nothing here can be changed; `amparo verify` says whether somebody did.
struct DeskLogRoutes: Sendable {
    private static let page = 100

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/log", use: shell.answer(.administer, show))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.log_title"), before = asked.request.query["before"].flatMap(Int64.init)
        let (events, staff) = try await shell.site.database.read { db in (try db.events(before: before, limit: Self.page), try db.staffMembers()) }
        let names = Dictionary(uniqueKeysWithValues: staff.map { ($0.id.text, $0.name) })
        let rows = events.map { seq, event in
            [
                DeskTable.Cell(String(seq)), .init(reader.moment(event.at)), .init(names[event.by] ?? event.by), .init(event.name),
                .init(names[event.subject] ?? event.subject), .init(event.detail.count > 40 ? event.detail.prefix(40) + "…" : event.detail),
            ]
        }
        let columns = ["place", "when", "who", "what", "subject", "detail"].map { reader.text("desk.log_\($0)") }
        var intro = [reader.text("desk.log_text")]
        if events.isEmpty { intro.append(reader.text("desk.log_none")) }
        let more = events.last.map { $0.seq > 1 } ?? false
        let page = DeskLogPage(
            title: title, intro: intro, table: DeskTable(title, columns: columns, rows: rows, empty: ""),
            earlierPath: more ? events.last.map { "\(DeskLinks.log)?before=\($0.seq)" } : nil,
            layout: shell.layout(title, asked, at: DeskLinks.log), for: reader)
        return try shell.page(page, reader)
    }
}
