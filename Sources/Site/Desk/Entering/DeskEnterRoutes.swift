import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// The door: signing in and out, and the code once more.
struct DeskEnterRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/sign-in", use: shell.open { request, reader, _ in try signIn(request.query, FormProblems(), reader) })
        router.post("desk/sign-in", use: shell.open(isCounted: true, enter))
        router.post("desk/sign-out", use: shell.answer(.look, leave))
        router.get("desk/code", use: shell.answer(.look) { asked in try code(asked.request.query, FormProblems(), asked) })
        router.post("desk/code", use: shell.answer(.look, confirm))
    }

    func signIn(_ typed: FormBody, _ problems: FormProblems, _ reader: Reader, _ status: HTTPResponse.Status = .ok) throws -> Response {
        let title = reader.text("desk.sign_in_title")
        let form = DeskForm(
            to: DeskLinks.signIn, reader.text("desk.sign_in_button"),
            fields: [
                .init("login", reader.text("desk.login"), value: typed["login"] ?? "", autocomplete: "username"),
                .init("password", reader.text("desk.password"), type: "password", autocomplete: "current-password"),
                .code(reader, problems),
            ],
            hidden: [HiddenField(fieldName: "next", fieldValue: DeskLinks.back(typed["next"]))] + CarriedForm.kept(typed))
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.sign_in_intro")], form, problems: problems,
            passkey: PasskeyPart(.enter, script: shell.site.assets.path("passkey.js"), next: DeskLinks.back(typed["next"]), for: reader),
            before: DemoDoor.forms(shell.site, reader), layout: shell.layout(title, reader), for: reader)
        return try shell.page(page, reader, status)
    }

    @Sendable private func enter(_ request: Request, _ reader: Reader, _ isSecure: Bool) async throws -> Response {
        let form = try await FormBody.read(request)
        do {
            let session = try await shell.desk.signIn(
                login: form["login"] ?? "", password: form["password"] ?? "", code: form["code"] ?? "", browser: request.headers[.userAgent] ?? "")
            if let before = DeskCookie.session.value(in: request, isSecure: isSecure) { try await shell.desk.leave(token: before) }
            let carried = try CarriedForm.page(form, shell, reader)
            let answer = carried ?? .redirect(to: DeskLinks.back(form["next"]), type: .normal)
            return await shell.entered(session, answer, request, reader, isSecure)
        } catch let refusal as StaffRefusal {
            return try signIn(form, FormProblems("login", refusal.message), reader, refusal.kind.status)
        }
    }

    @Sendable private func leave(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.leave(asked.at.session, of: asked.at.member.id)
        var response = Response.redirect(to: DeskLinks.signIn, type: .normal)
            .adding(cookie: DeskCookie.session.removal(isSecure: asked.isSecure))
        // what was typed into a case and not saved goes with it; browsers heed that over https alone
        response.headers[.clearSiteData] = "\"storage\""
        return response
    }

    func code(_ typed: FormBody, _ problems: FormProblems, _ asked: DeskShell.Asked, _ status: HTTPResponse.Status = .ok) throws -> Response {
        let reader = asked.reader, title = reader.text("desk.code_title")
        let form = DeskForm(
            to: DeskLinks.code, reader.text("desk.code_button"), fields: [.code(reader, problems)],
            hidden: [HiddenField(fieldName: "next", fieldValue: DeskLinks.back(typed["next"]))])
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.code_intro")], form, problems: problems,
            passkey: PasskeyPart(.confirm, script: shell.site.assets.path("passkey.js"), next: DeskLinks.back(typed["next"]), for: reader),
            layout: shell.layout(title, asked), for: reader)
        return try shell.page(page, reader, status)
    }

    @Sendable private func confirm(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        do {
            let token = try await shell.desk.confirm(asked.at, code: form["code"] ?? "")
            return .redirect(to: DeskLinks.back(form["next"]), type: .normal)
                .adding(cookie: DeskCookie.session.set(token, isSecure: asked.isSecure))
        } catch let refusal as StaffRefusal {
            return try code(form, FormProblems("code", refusal.message), asked, refusal.kind.status)
        }
    }
}

extension HTTPField.Name {
    fileprivate static let clearSiteData = Self("clear-site-data") ?? .cacheControl
}

extension DeskForm.Field {
    static func code(_ reader: Reader, _ problems: FormProblems) -> Self {
        .init(
            "code", reader.text("desk.code"), hint: reader.text("desk.code_hint"), problem: problems["code"].map(reader.words.text),
            autocomplete: "one-time-code")
    }
}

extension FormProblems {
    init(_ field: String, _ message: Message) {
        self.init()
        add(field, message)
    }
}
