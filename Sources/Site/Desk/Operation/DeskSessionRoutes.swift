import Campaign
import Hummingbird
import Storage

/// One's own open sessions, each of which can be ended.
struct DeskSessionRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/me", use: shell.answer(.look, show))
        router.post("desk/me/end", use: shell.answer(.look, needsCode: true, end))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.me_title"), now = shell.site.world.now(), id = asked.at.member.id
        let sessions = try await shell.site.database.read { db in try db.openSessions(of: id, at: now) }
        let rows = sessions.map { session in
            let isThis = session.hash == asked.at.session
            let end = DeskForm(
                to: "\(DeskLinks.me)/end", reader.text("desk.session_end"), hidden: [HiddenField(fieldName: "session", fieldValue: session.hash)])
            return [
                DeskTable.Cell(isThis ? reader.text("desk.session_this") : session.browser.isEmpty ? "–" : session.browser),
                .init(reader.moment(session.startedAt)), .init(reader.moment(session.seenAt)), .init("", buttons: isThis ? [] : [end]),
            ]
        }
        let columns = ["desk.column_browser", "desk.column_since", "desk.column_seen", "desk.column_do"].map { reader.text($0) }
        let tabs = [
            Layout.Link(label: title, path: DeskLinks.me, isCurrent: true),
            Layout.Link(label: reader.text("desk.passkeys_title"), path: PasskeyLinks.list),
        ]
        let page = RoomPage(
            title: title, tabs: tabs, tables: [DeskTable(reader.text("desk.sessions"), columns: columns, rows: rows, empty: "")],
            forms: [SettingForm(to: DeskLinks.signOut, reader.text("desk.sign_out"))],
            layout: shell.layout(title, asked, at: DeskLinks.me), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.leave(asked.form()["session"] ?? "", of: asked.at.member.id)
        return .redirect(to: DeskLinks.me, type: .normal)
    }
}
