import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Notices in a browser, for those who give no address. Its forms are filled in by the page's script, which alone can ask the browser.
struct BrowserRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/alerts/browser", use: answer(show))
        router.get(":language/alerts/browser/site.webmanifest", use: answer(manifest))
        router.post(":language/alerts/browser", use: answer(create))
        router.post(":language/alerts/browser/state", use: answer(state))
        router.post(":language/alerts/browser/renewal", use: answer(renew))
        router.post(":language/alerts/browser/end", use: answer(end))
        router.post(":language/my/browser", use: answer(enter))
    }

    private typealias Body = @Sendable (SupporterShell.Asked, BrowserOperations) async throws -> Response

    /// Where nobody pushes, this is as if alerts were not set up.
    private func answer(_ body: @escaping Body) -> SupporterShell.Answer {
        shell.answer { [shell] asked in
            guard let browsers = asked.supporters.browsers else {
                return try shell.off(asked.reader, asked.request)
            }
            return try await body(asked, browsers)
        }
    }

    @Sendable private func show(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        let query = asked.request.query, view = try await shell.followed(query["action"], asked.reader)
        return try page(shell.usual(view, asked.reader), view, query["done"].flatMap(BrowserPage.Done.init), FormProblems(), asked, browsers)
    }

    @Sendable private func manifest(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        try .manifest(HomeScreenManifest(asked.reader, icon: shell.site.assets.path("favicon.svg")))
    }

    /// The browser has allowed notices, and its script sent what it needs with the choices.
    @Sendable private func create(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        let reader = asked.reader, form = try await asked.form(), view = try await shell.followed(form["action"], reader)
        var preferences = shell.usual(view, reader)
        do {
            preferences = try Preferences(form, over: preferences, for: reader)
            let request = try BrowserRequest(form, preferences, view.map { FollowWish($0.action.reference) }, for: reader)
            if let held = try shell.held(form, domain: request.service, asked, to: { Links.browser($0) }) { return held }
            try await browsers.subscribe(request)
            return .redirect(to: Links.browser(reader.language, done: .on), type: .normal)
        } catch let problems as FormProblems {
            return try page(preferences, view, nil, problems, asked, browsers, .unprocessableContent)
        }
    }

    /// Whether this browser is with us, for its own script: 204 or 404.
    @Sendable private func state(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        guard let proof = try await asked.form().proof else { return Response(status: .notFound) }
        return Response(status: try await browsers.know(proof, in: asked.reader.section.code) ? .noContent : .notFound)
    }

    /// The browser's worker tells that its push service gave it another address.
    @Sendable private func renew(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        let reader = asked.reader, form = try await asked.form()
        guard let proof = BrowserProof(endpoint: form["old_endpoint"], secret: form["old_secret"]) else { throw SupporterRefusal.linkOver }
        do {
            try await browsers.renew(proof, with: BrowserRequest(form, .usual(of: reader.section, in: reader.language), nil, for: reader))
            return Response(status: .noContent)
        } catch is FormProblems {
            return Response(status: .unprocessableContent)
        }
    }

    @Sendable private func end(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        if let proof = try await asked.form().proof { try await browsers.leave(proof, in: asked.reader.section.code) }
        return .redirect(to: Links.browser(asked.reader.language, done: .off), type: .normal)
            .adding(cookie: SupporterCookie.session.removal(isSecure: asked.isSecure))
            .adding(cookie: SupporterCookie.fresh.removal(isSecure: asked.isSecure))
    }

    /// To My urgent actions: this browser has shown whose it is.
    @Sendable private func enter(_ asked: SupporterShell.Asked, _ browsers: BrowserOperations) async throws -> Response {
        guard let proof = try await asked.form().proof else { throw SupporterRefusal.linkOver }
        let session = try await browsers.enter(proof, in: asked.reader.section.code)
        let fresh = FreshProof.text(of: session.token, at: shell.site.world.now(), asked.supporters.keyring)
        return .redirect(to: Links.my(asked.reader.language), type: .normal)
            .adding(cookie: SupporterCookie.session.set(session.token, isSecure: asked.isSecure))
            .adding(cookie: SupporterCookie.fresh.set(fresh, isSecure: asked.isSecure))
    }

    private func page(
        _ preferences: Preferences, _ view: ActionView?, _ done: BrowserPage.Done?, _ problems: FormProblems, _ asked: SupporterShell.Asked,
        _ browsers: BrowserOperations, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let reader = asked.reader, reference = view?.action.reference, isPlain = reference == nil && done == nil && problems.isEmpty
        var layout = shell.layout(reader.text("browser.title"), reader, isPrivate: !isPlain) { Links.browser($0, following: reference) }
        layout.manifest = Links.browser(reader.language, "site.webmanifest")
        let page = BrowserPage(
            preferences, following: view, done: done, problems: problems, publicKey: browsers.publicKey, site: shell.site, layout: layout, for: reader
        )
        return try shell.page(page, reader, status)
    }
}

extension FormBody {
    /// What a browser shows to be known again.
    fileprivate var proof: BrowserProof? { BrowserProof(endpoint: self["endpoint"], secret: self["secret"]) }
}

extension BrowserRequest {
    fileprivate init(_ form: FormBody, _ preferences: Preferences, _ follow: FollowWish?, for reader: Reader) throws(FormProblems) {
        try self.init(
            endpoint: form["endpoint"], key: form["key"], secret: form["secret"], section: reader.section, preferences: preferences, follow: follow)
    }
}
