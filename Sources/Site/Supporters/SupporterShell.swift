import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// What the routes for supporters share: who is signed in, notices, and what to say when alerts are not set up.
struct SupporterShell: Sendable {
    let site: SiteParts
    /// nil where this server has no keys to anybody.
    let supporters: SupporterOperations?

    typealias Answer = @Sendable (Request, Visitor) async throws -> Response

    /// A request with what every route here needs.
    struct Asked: Sendable {
        let request: Request
        let visitor: Visitor
        let reader: Reader
        let supporters: SupporterOperations
        /// Whether the section is reached over https.
        let isSecure: Bool

        /// The token in the address.
        func token() throws -> String {
            guard let token = visitor.parameters.get("token") else { throw NotPublishedHere() }
            return token
        }

        func form() async throws -> FormBody {
            var bounds = FormBody.Bounds()
            bounds.fields = 500  // somebody may tick every country
            return try await FormBody.read(request, within: bounds)
        }
    }

    /// A link that is over is told on a page of its own; who is signed out is led to where one signs in.
    func answer(_ body: @escaping @Sendable (Asked) async throws -> Response) -> Answer {
        { request, visitor in
            let reader = try site.reader(visitor)
            guard let supporters else { return try off(reader, request) }
            let isSecure = isSecure(reader)
            do {
                return try await body(Asked(request: request, visitor: visitor, reader: reader, supporters: supporters, isSecure: isSecure))
            } catch SupporterRefusal.linkOver {
                return try notice(.gone, { Links.alerts($0) }, reader, status: SupporterRefusal.linkOver.kind.status)
            } catch SupporterRefusal.signedOut {
                return .redirect(to: Links.my(reader.language), type: .normal).adding(cookie: SupporterCookie.session.removal(isSecure: isSecure))
            }
        }
    }

    /// The same for what needs mail, where none is sent: it leads to the notices of a browser instead, where there are any.
    func mailed(_ body: @escaping @Sendable (Asked) async throws -> Response) -> Answer {
        answer { asked in site.hasMail ? try await body(asked) : try off(asked.reader, asked.request) }
    }

    func off(_ reader: Reader, _ request: Request) throws -> Response {
        try notice(.off, { Links.alerts($0) }, reader, status: request.method == .post ? .notImplemented : .ok)
    }

    func notice(_ notice: Notice, _ path: @escaping @Sendable (Language) -> String, _ reader: Reader, status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        let place = Place(path: path, title: reader.text(notice.title), isPrivate: true)
        return try page(notice.page(layout: site.layout(place, for: reader), hasPush: site.hasPush, for: reader), reader, status)
    }

    func page(_ page: some Page, _ reader: Reader, _ status: HTTPResponse.Status = .ok) throws -> Response {
        .html(try site.views.render(page), status: status, language: reader.language.rawValue)
    }

    func layout(_ title: String, _ reader: Reader, isPrivate: Bool = true, _ path: @escaping @Sendable (Language) -> String) -> Layout {
        site.layout(Place(path: path, title: title, isPrivate: isPrivate), for: reader)
    }

    /// The page that holds a form back, when very many come; nil when it may go on.
    ///
    /// - Parameter domain: where it has us write to.
    func held(_ form: FormBody, domain: String, _ asked: Asked, to path: @escaping @Sendable (Language) -> String) throws -> Response? {
        let proof = form["puzzle"].map { FloodGate.Proof(puzzle: $0, answer: form["answer"] ?? "") }
        let network = NetworkMark.text(of: asked.request, from: asked.visitor.peer)
        guard case .wait(let puzzle, let isEarly) = asked.supporters.gate.admits(network: network, domain: domain, proof: proof) else { return nil }
        let page = WaitPage(
            puzzle, isEarly: isEarly, form, to: path(asked.reader.language), script: site.assets.path("wait.js"),
            layout: layout(asked.reader.text("alerts.wait_title"), asked.reader, path), for: asked.reader)
        var response = try self.page(page, asked.reader, .tooManyRequests)
        response.headers[.retryAfter] = String(Puzzle.patience)
        return response
    }
}

extension SupporterShell {
    /// The action that a form is for, when it names one.
    func followed(_ slug: String?, _ reader: Reader) async throws -> ActionView? {
        guard let slug, !slug.isEmpty else { return nil }
        guard let reference = Reference(slug: slug) else { throw NotPublishedHere() }
        return try await site.view(of: reference, for: reader)
    }

    /// Who comes for one action gets news of that action alone, unless they choose more.
    func usual(_ view: ActionView?, _ reader: Reader) -> Preferences {
        var preferences = Preferences.usual(of: reader.section, in: reader.language)
        if view != nil { preferences.pace = .none }
        return preferences
    }
}

extension SupporterShell.Asked {
    var session: String? { SupporterCookie.session.value(in: request, isSecure: isSecure) }
}

extension SupporterShell {
    /// Whoever is signed in, in the section that was asked. Throws `SupporterRefusal.signedOut`.
    func supporter(_ asked: Asked) async throws -> Supporter {
        let now = site.world.now()
        guard let session = asked.session,
            let supporter = try await site.database.read({ db in try db.supporter(session: session, at: now) }),
            supporter.section == asked.reader.section.code
        else { throw SupporterRefusal.signedOut }
        return supporter
    }
}

extension SupporterShell {
    /// Keeps a report beside whoever is signed in and switched their history on. The report is counted whatever becomes of this.
    func remember(_ reportToken: String?, _ request: Request, _ reader: Reader, _ visitor: Visitor) async {
        let isSecure = isSecure(reader)
        guard let supporters, let reportToken, SupporterCookie.session.value(in: request, isSecure: isSecure) != nil else { return }
        do {
            let asked = Asked(request: request, visitor: visitor, reader: reader, supporters: supporters, isSecure: isSecure)
            try await supporters.remember(try await supporter(asked).id, reportToken: reportToken)
        } catch SupporterRefusal.signedOut {
        } catch {
            visitor.logger.error("fault", metadata: ["label": "\(FaultLabel(error))"])
        }
    }

    private func isSecure(_ reader: Reader) -> Bool { site.origins.origin(of: reader.section).hasPrefix("https:") }
}
