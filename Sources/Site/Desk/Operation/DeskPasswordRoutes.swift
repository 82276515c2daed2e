import Campaign
import Hummingbird
import Storage

/// One's own password: the old one and a new one, after a code.
struct DeskPasswordRoutes: Sendable {
    static let path = "\(DeskLinks.me)/password"
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/me/password", use: shell.answer(.look, needsCode: true) { try show($0, FormProblems()) })
        router.post("desk/me/password", use: shell.answer(.look, needsCode: true, change))
    }

    private func show(_ asked: DeskShell.Asked, _ problems: FormProblems) throws -> Response {
        let reader = asked.reader, title = reader.text("desk.password_title")
        func field(_ name: String, _ label: String, hint: String? = nil, _ purpose: String) -> DeskForm.Field {
            .init(
                name, reader.text(label), hint: hint, type: "password", problem: problems[name].map(reader.words.text), autocomplete: purpose)
        }
        let form = DeskForm(
            to: Self.path, reader.text("desk.password_button"),
            fields: [
                field("old", "desk.old_password", "current-password"),
                field(
                    "password", "desk.new_password", hint: reader.text("desk.new_password_hint", ["n": String(Password.shortest)]), "new-password"),
            ])
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.password_intro")], form, problems: problems,
            layout: shell.layout(title, asked, at: DeskLinks.me), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        do {
            let token = try await shell.desk.changePassword(asked.at, old: form["old"] ?? "", new: form["password"] ?? "")
            return .redirect(to: DeskLinks.me, type: .normal).adding(cookie: DeskCookie.session.set(token, isSecure: asked.isSecure))
        } catch let problems as FormProblems {
            return try show(asked, problems)
        }
    }
}
