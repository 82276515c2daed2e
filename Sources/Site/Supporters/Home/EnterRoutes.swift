import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// Signing in by a mailed link and the code of the browser that asked for it; and out.
struct EnterRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.post(":language/my/sign-in", use: shell.mailed(ask))
        router.get(":language/my/enter/:token", use: shell.answer(show))
        router.post(":language/my/enter/:token", use: shell.answer(enter))
        router.post(":language/my/sign-out", use: shell.answer(leave))
    }

    /// Shows a code, whether we know the address or not.
    @Sendable private func ask(_ asked: SupporterShell.Asked) async throws -> Response {
        let reader = asked.reader, form = try await asked.form()
        do {
            let address = try await address(form, asked)
            if let suggestion = SuggestionPart(form, for: reader) { return try signIn(form, FormProblems(), suggestion, reader) }
            if let held = try shell.held(form, domain: form.domain, asked, to: { Links.my($0, "sign-in") }) { return held }
            let code = try asked.supporters.requestSignIn(address, of: reader.section)
            let layout = shell.layout(reader.text("my.code_title"), reader) { Links.my($0) }
            return try shell.page(CodePage(layout: layout, t: reader.words.plainTexts, code: code.printed), reader)
                .adding(cookie: SupporterCookie.code.set(code.text, isSecure: asked.isSecure))
        } catch let problems as FormProblems {
            return try signIn(form, problems, nil, reader, .unprocessableContent)
        }
    }

    /// Who is signed in and proves it once more need not type the address.
    private func address(_ form: FormBody, _ asked: SupporterShell.Asked) async throws -> String? {
        guard form["again"] == "1", let session = asked.session else { return form.address }
        return try await asked.supporters.home(session: session).address?.text
    }

    @Sendable private func show(_ asked: SupporterShell.Asked) async throws -> Response {
        let isKnown = SupporterCookie.code.value(in: asked.request, isSecure: asked.isSecure) != nil
        return try page(asked.token(), asksCode: !isKnown, FormProblems(), asked.reader)
    }

    @Sendable private func enter(_ asked: SupporterShell.Asked) async throws -> Response {
        let form = try await asked.form(), known = SupporterCookie.code.value(in: asked.request, isSecure: asked.isSecure)
        do {
            let session = try await asked.supporters.signIn(token: try asked.token(), code: form["code"] ?? known ?? "")
            if let before = asked.session { try await asked.supporters.signOut(token: before) }
            let proof = FreshProof.text(of: session.token, at: shell.site.world.now(), asked.supporters.keyring)
            return .redirect(to: Links.my(asked.reader.language), type: .normal)
                .adding(cookie: SupporterCookie.session.set(session.token, isSecure: asked.isSecure))
                .adding(cookie: SupporterCookie.fresh.set(proof, isSecure: asked.isSecure))
                .adding(cookie: SupporterCookie.code.removal(isSecure: asked.isSecure))
        } catch SupporterRefusal.wrongCode {
            var problems = FormProblems()
            problems.add("code", Message("my.problem_code"))
            return try page(asked.token(), asksCode: true, problems, asked.reader, .unprocessableContent)
        }
    }

    @Sendable private func leave(_ asked: SupporterShell.Asked) async throws -> Response {
        _ = try await asked.request.body.collect(upTo: Limits.form)
        if let session = asked.session { try await asked.supporters.signOut(token: session) }
        return .redirect(to: Links.my(asked.reader.language), type: .normal)
            .adding(cookie: SupporterCookie.session.removal(isSecure: asked.isSecure))
            .adding(cookie: SupporterCookie.fresh.removal(isSecure: asked.isSecure))
    }

    /// The form to sign in.
    func signIn(
        _ typed: FormBody, _ problems: FormProblems, _ suggestion: SuggestionPart?, _ reader: Reader, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let layout = shell.layout(reader.text("my.title"), reader) { Links.my($0) }
        let page = SignInPage(
            typed: typed, problems: problems, suggestion: suggestion, hasPush: shell.site.hasPush, script: shell.site.assets.path("draft.js"),
            layout: layout, for: reader)
        return try shell.page(page, reader, status)
    }

    private func page(
        _ token: String, asksCode: Bool, _ problems: FormProblems, _ reader: Reader, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let layout = shell.layout(reader.text("my.enter_title"), reader) { Links.enter(token, $0) }
        return try shell.page(EnterPage(token: token, asksCode: asksCode, problems: problems, layout: layout, for: reader), reader, status)
    }
}
