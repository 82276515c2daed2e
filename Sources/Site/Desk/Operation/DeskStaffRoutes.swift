import Campaign
import Documents
import Hummingbird
import Storage

/// Who may come to the desk: invite, give roles, let come in anew, end.
struct DeskStaffRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/staff", use: shell.answer(.administer) { try await index($0, FormBody(), FormProblems(), invitation: nil) })
        router.post("desk/staff", use: shell.answer(.administer, needsCode: true, create))
        router.post("desk/staff/invitation", use: shell.answer(.administer, needsCode: true, reset))
        router.post("desk/staff/role-removal", use: shell.answer(.administer, needsCode: true, takeRole))
        router.post("desk/staff/end", use: shell.answer(.administer, needsCode: true, end))
    }

    /// - Parameter invitation: a link that was made just now. It is shown once and kept nowhere.
    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems, invitation: String?) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.staff_title")
        let now = shell.site.world.now()
        let (staff, sections, hands) = try await shell.site.database.read { db in
            (try db.staffMembers(), try db.sections(), try db.sharedHands(at: now))
        }
        let page = DeskTablePage(
            title: title, intro: invitation.map { [reader.text("desk.invitation_text"), $0] } ?? [],
            tables: [table(staff, hands, reader)], forms: [form(typed, problems, sections, reader)],
            layout: shell.layout(title, asked, at: DeskLinks.staff), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), login = form["login"] ?? "",
            name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        do {
            let token = try await shell.desk.add(
                login, name: name.isEmpty ? login : String(name.prefix(100)), role: form["role"] ?? "",
                in: Section.Code(rawValue: form["section"] ?? ""), language: asked.reader.language, by: asked.at.member.id.text)
            return try await index(asked, FormBody(), FormProblems(), invitation: token.map { address($0, asked) })
        } catch let refusal as StaffRefusal {
            return try await index(asked, form, FormProblems("login", refusal.message), invitation: nil)
        }
    }

    @Sendable private func reset(_ asked: DeskShell.Asked) async throws -> Response {
        let token = try await shell.desk.reset(asked.form()["login"] ?? "", by: asked.at.member.id.text)
        return try await index(asked, FormBody(), FormProblems(), invitation: address(token, asked))
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.end(asked.form()["login"] ?? "", by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.staff, type: .normal)
    }

    @Sendable private func takeRole(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        try await shell.desk.takeRole(
            form["login"] ?? "", role: form["role"] ?? "", in: Section.Code(rawValue: form["section"] ?? ""), by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.staff, type: .normal)
    }

    private func address(_ token: String, _ asked: DeskShell.Asked) -> String {
        shell.site.origins.origin(of: asked.reader.section) + DeskLinks.invitation(token)
    }

    private func table(_ staff: [StaffMember], _ hands: SharedHands, _ reader: Reader) -> DeskTable {
        let names = Dictionary(staff.map { ($0.id, $0.name) }) { first, _ in first }
        func state(_ member: StaffMember) -> DeskTable.Cell {
            let words = reader.text("desk.staff_\(member.state.rawValue)")
            guard let link = hands.links.last(where: { $0.member == member.id }), member.state != .ended else { return .init(words) }
            let note = ["name": names[link.by] ?? "–", "until": reader.moment(link.until)]
            return .init("\(words). \(reader.text("desk.hands_shared", note))", isLoud: true)
        }
        return DeskTable(
            reader.text("desk.staff_title"),
            columns: ["desk.login", "desk.name", "desk.column_state", "desk.column_roles", "desk.column_do"].map { reader.text($0) },
            rows: staff.map { member in
                let hidden = [HiddenField(fieldName: "login", fieldValue: member.login.text)]
                let roles = member.duties.roles.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { section, roles in
                    Role.allCases.filter(roles.contains).map { (section, $0, "\(section.rawValue): \(reader.text("desk.role_\($0.rawValue)"))") }
                }
                let takings = roles.map { section, role, words in
                    DeskForm(
                        to: "\(DeskLinks.staff)/role-removal", reader.text("desk.role_take", ["role": words]),
                        hidden: hidden + [
                            HiddenField(fieldName: "role", fieldValue: role.rawValue),
                            HiddenField(fieldName: "section", fieldValue: section.rawValue),
                        ])
                }
                let end = DeskForm(to: "\(DeskLinks.staff)/end", reader.text("desk.staff_end"), hidden: hidden, isGrave: true)
                return [
                    .init(member.login.text), .init(member.name), state(member),
                    .init(roles.map(\.2).joined(separator: ", "), buttons: takings),
                    .init(
                        "",
                        buttons: [DeskForm(to: "\(DeskLinks.staff)/invitation", reader.text("desk.staff_reset"), hidden: hidden)]
                            + (member.state == .ended ? [] : [end])),
                ]
            },
            empty: "")
    }

    private func form(_ typed: FormBody, _ problems: FormProblems, _ sections: [Section], _ reader: Reader) -> DeskForm {
        DeskForm(
            to: DeskLinks.staff, reader.text("desk.staff_add"), heading: reader.text("desk.staff_add"),
            explanation: reader.text("desk.staff_add_text"),
            fields: [
                .init(
                    "login", reader.text("desk.login"), hint: reader.text("desk.login_hint"), value: typed["login"] ?? "",
                    problem: problems["login"].map(reader.words.text)),
                .init("name", reader.text("desk.name"), value: typed["name"] ?? ""),
                .list(
                    "role", reader.text("desk.role"), Role.allCases.map { ($0.rawValue, reader.text("desk.role_\($0.rawValue)")) },
                    chosen: typed["role"]),
                .list("section", reader.text("desk.section"), sections.map { ($0.code.rawValue, $0.name) }, chosen: typed["section"]),
            ])
    }
}
