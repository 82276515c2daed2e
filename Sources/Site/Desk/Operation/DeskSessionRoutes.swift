import Campaign
import Documents
import Hummingbird
import Storage

/// One's own open sessions, each of which can be ended.
struct DeskSessionRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/me", use: shell.answer(.look) { try await show($0, typed: nil, FormProblems()) })
        router.post("desk/me/end", use: shell.answer(.look, needsCode: true, end))
        router.post("desk/me/end-others", use: shell.answer(.look, endOthers))
        router.post("desk/me/address", use: shell.answer(.look, needsCode: true, setAddress))
    }

    private func show(_ asked: DeskShell.Asked, typed: String?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.me_title"), now = shell.site.world.now(), id = asked.at.member.id
        let (sessions, hasAddress) = try await shell.site.database.read { db in
            (try db.openSessions(of: id, at: now), try db.hasStaffAddress(id))
        }
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
            Layout.Link(label: reader.text("desk.password_title"), path: DeskPasswordRoutes.path),
        ]
        let page = RoomPage(
            title: title, tabs: tabs, problems: problems, tables: [DeskTable(reader.text("desk.sessions"), columns: columns, rows: rows, empty: "")],
            forms: (sessions.count > 1 ? [endOthers(reader)] : []) + [SettingForm(to: DeskLinks.signOut, reader.text("desk.sign_out"))]
                + (shell.desk.know.sendsMail ? [address(hasAddress, typed, problems, reader)] : []),
            layout: shell.layout(title, asked, at: DeskLinks.me), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func endOthers(_ reader: Reader) -> SettingForm {
        SettingForm(
            to: "\(DeskLinks.me)/end-others", reader.text("desk.sessions_end_others"), explanation: reader.text("desk.sessions_end_others_text"),
            isGrave: true)
    }

    /// The address itself is not shown: it is sealed, and whoever sits down at an open desk need not read it.
    private func address(_ hasAddress: Bool, _ typed: String?, _ problems: FormProblems, _ reader: Reader) -> SettingForm {
        SettingForm(
            to: "\(DeskLinks.me)/address", reader.text("desk.save"), heading: reader.text("desk.warnings"),
            explanation: reader.text(hasAddress ? "desk.warnings_on" : "desk.warnings_off"),
            [
                SettingField(
                    .line, "address", reader.text("desk.warnings_address"), hint: reader.text("desk.warnings_hint"), value: typed ?? "",
                    type: "email",
                    problem: problems["address"].map(reader.words.text))
            ])
    }

    @Sendable private func setAddress(_ asked: DeskShell.Asked) async throws -> Response {
        let typed = try await asked.form()["address"]?.filter { !$0.isWhitespace } ?? "", address = MailAddress(typed)
        guard typed.isEmpty || address != nil else {
            return try await show(asked, typed: typed, FormProblems("address", Message("supporter.problem.address")))
        }
        try await shell.desk.setAddress(address, of: asked.at.member.id)
        return .redirect(to: DeskLinks.me, type: .normal)
    }

    @Sendable private func endOthers(_ asked: DeskShell.Asked) async throws -> Response {
        _ = try await asked.request.body.collect(upTo: Limits.form)
        try await shell.desk.leave(everywhereBut: asked.at.session, of: asked.at.member.id)
        return .redirect(to: DeskLinks.me, type: .normal)
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.leave(asked.form()["session"] ?? "", of: asked.at.member.id)
        return .redirect(to: DeskLinks.me, type: .normal)
    }
}
