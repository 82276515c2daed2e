import Campaign
import Hummingbird
import Storage

/// How the server is: what waits, what last went out, how full the disks are, which versions run.
struct StatusRoutes: Sendable {
    let shell: DeskShell

    static let path = "/desk/status"

    func add(to router: Router<Visitor>) {
        router.get("desk/status", use: shell.answer(.operate, show))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.status_title"), site = shell.site
        let (queues, version) = try await site.database.read { db in (try db.queues(), try db.engineVersion()) }
        let status = ServerStatus(
            queues: queues, machine: site.machine(), engine: "\(site.database.dialect == .sqlite ? "SQLite" : "PostgreSQL") \(version)",
            hasMail: site.hasMail, canMakePapers: site.press.canMakePDF, connections: site.measures.connections.value,
            replicas: site.database.replicas, now: site.world.now())
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.status_text")], tables: status.tables(for: reader), forms: [],
            layout: shell.layout(title, asked, at: Self.path), for: reader)
        return try shell.page(page, reader)
    }
}
