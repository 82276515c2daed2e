import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Officials' answers, for everybody: handing one in, seeing what became of it, and reading those that were published.
struct ReplyRoutes: Sendable {
    let site: SiteParts
    private let handIn: HandInReply
    private let takeBack: TakeBackReply
    private let turns = UploadTurns()
    private let shelf: ReplyShelf
    private let gate: FloodGate

    /// A letter evening hands in what its members got; more an hour from one part of the net calculates a little first, or waits a minute.
    static var bounds: FloodGate.Bounds {
        var bounds = FloodGate.Bounds()
        (bounds.network, bounds.domain, bounds.largeDomain, bounds.all, bounds.unknownNetwork) = (10, 200, 200, 200, 5)
        return bounds
    }

    init(site: SiteParts, bounds: FloodGate.Bounds = ReplyRoutes.bounds) {
        self.site = site
        handIn = HandInReply(database: site.database, world: site.world)
        takeBack = TakeBackReply(database: site.database, world: site.world)
        shelf = ReplyShelf(world: site.world)
        gate = FloodGate(world: site.world, bounds: bounds)
    }

    func add(to router: Router<Visitor>) {
        router.get(":language/actions/:reference/reply", use: new)
        router.post(":language/actions/:reference/replies", use: create)
        router.get(":language/actions/:reference/replies/handed/:token", use: handed)
        router.post(":language/actions/:reference/replies/handed/:token", use: takeItBack)
        router.get(":language/actions/:reference/replies/:id", use: show)
        router.get(":language/actions/:reference/replies/:id/:file", use: picture)
    }

    @Sendable private func new(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor)
        return try form(view, typed: FormBody(), kept: 0, FormProblems(), token: site.world.token())
    }

    /// Whatever is wrong, words and pages are here still when the form is shown again.
    @Sendable private func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor), reader = view.reader, network = NetworkMark.text(of: request, from: visitor.peer)
        let form: ReplyForm
        do {
            form = try await turns { try await ReplyForm.read(request, press: site.press, keeping: shelf.scans) }
        } catch FormRefusal.tooLarge {
            let problems = FormProblems("pages", Message("reply.trouble_too_large"))
            return try self.form(view, typed: FormBody(), kept: 0, problems, token: site.world.token(), status: .contentTooLarge)
        }
        let token = form.typed["token"]
        do {
            let handed = try form.handed(view.action.reference, offices: view.offices, for: reader)
            if let held = try held(form, network, view) { return held }
            try await handIn(handed)
            shelf.put([], under: token, from: network)
            return .redirect(to: ReplyLinks.handed(handed.token, of: handed.reference, reader.language), type: .normal)
        } catch let problems as FormProblems {
            return try again(form, view, problems, network, .unprocessableContent)
        } catch ReplyRefusal.full {
            return try again(form, view, FormProblems("token", ReplyRefusal.full.message), network, .serviceUnavailable)
        }
    }

    private func again(
        _ form: ReplyForm, _ view: ActionView, _ problems: FormProblems, _ network: String?, _ status: HTTPResponse.Status
    ) throws -> Response {
        let known = form.typed["token"].flatMap { ReportRequest.tokenLengths.contains($0.utf8.count) ? $0 : nil }
        let token = known ?? site.world.token(), scans = Array(form.scans.prefix(ReplyBounds.pages))
        shelf.put(scans, under: token, from: network)
        return try self.form(view, typed: form.typed, kept: scans.count, problems, token: token, status: status)
    }

    /// The page that holds a form back when very many come; nil when it may go on.
    private func held(_ form: ReplyForm, _ network: String?, _ view: ActionView) throws -> Response? {
        let reader = view.reader, proof = form.typed["puzzle"].map { FloodGate.Proof(puzzle: $0, answer: form.typed["answer"] ?? "") }
        guard case .wait(let puzzle, let isEarly) = gate.admits(network: network, domain: "reply", proof: proof) else { return nil }
        shelf.put(form.scans, under: form.typed["token"], from: network)
        let fields = FormBody(form.typed.fields.filter { !["puzzle", "answer"].contains($0.name) })
        let page = WaitPage(
            puzzle, isEarly: isEarly, fields, to: ReplyLinks.all(view.action.reference, reader.language), script: site.assets.path("wait.js"),
            layout: layout(reader.text("alerts.wait_title"), view) { ReplyLinks.new(view.action.reference, $0) }, for: reader)
        var response = Response.html(try site.views.render(page), status: .tooManyRequests, language: reader.language.rawValue)
        response.headers[.retryAfter] = String(Puzzle.patience)
        return response
    }

    @Sendable private func handed(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor), (reply, token) = try await ownReply(visitor, view)
        return try handedPage(reply, token, view)
    }

    @Sendable private func takeItBack(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor), (_, token) = try await ownReply(visitor, view)
        _ = try await request.body.collect(upTo: Limits.form)
        try await takeBack(token: token)
        return try handedPage(nil, token, view)
    }

    private func ownReply(_ visitor: Visitor, _ view: ActionView) async throws -> (Reply, String) {
        let token = visitor.parameters.get("token") ?? ""
        let reply = try await site.database.read { db in try db.reply(handedInWith: token) }
        guard let reply, reply.section == view.reader.section.code, reply.reference == view.action.reference else { throw ReplyRefusal.unknown }
        return (reply, token)
    }

    @Sendable private func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor), reply = try published(visitor, view), reader = view.reader
        let path = { @Sendable (language: Language) in ReplyLinks.show(reply.id, of: reply.reference, language) }
        let title = reader.text("reply.show_title", ["reference": view.reference])
        let page = ReplyPage(reply, view, layout: site.layout(Place(path: path, title: title), for: reader))
        var response = Response.html(try site.views.render(page), language: reader.language.rawValue)
        response.headers[.cacheControl] = Caching.revalidated.directive
        return response
    }

    /// A page of a published answer. Asked about each time, since it may be taken down within the second.
    @Sendable private func picture(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let view = try await view(visitor), reply = try published(visitor, view)
        let name = (visitor.parameters.get("file") ?? "").split(separator: ".").map(String.init)
        guard name.count == 2, name[1] == "jpg", let number = Int(name[0]),
            let scan = try await site.database.read({ db in try db.scan(number, of: reply.id) })
        else { throw NotPublishedHere() }
        return .picture(scan, tag: "\(reply.id)-\(number)-\(reply.revision)", to: request)
    }

    private func published(_ visitor: Visitor, _ view: ActionView) throws -> Reply {
        let id = Reply.ID(visitor.parameters.get("id") ?? "")
        guard let reply = view.replies.first(where: { $0.id == id }) else { throw ReplyRefusal.unknown }
        return reply
    }

    private func view(_ visitor: Visitor) async throws -> ActionView {
        try await site.view(of: visitor.reference(), for: site.reader(visitor))
    }

    private func layout(_ title: String, _ view: ActionView, _ path: @escaping @Sendable (Language) -> String) -> Layout {
        site.layout(Place(path: path, title: title, isPrivate: true), for: view.reader)
    }

    private func handedPage(_ reply: Reply?, _ token: String, _ view: ActionView) throws -> Response {
        let reference = view.action.reference
        let page = HandedPage(
            reply, token: token, view,
            layout: layout(view.reader.text(reply == nil ? "reply.taken_back_title" : "reply.handed_title"), view) {
                reply == nil ? ReplyLinks.new(reference, $0) : ReplyLinks.handed(token, of: reference, $0)
            })
        return .html(try site.views.render(page), language: view.reader.language.rawValue)
    }

    private func form(
        _ view: ActionView, typed: FormBody, kept: Int, _ problems: FormProblems, token: String, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let reference = view.action.reference
        let page = ReplyFormPage(
            view, typed: typed, kept: kept, takesPictures: site.press.canMakePictures, problems: problems, token: token,
            layout: layout(view.reader.text("reply.page_title", ["reference": view.reference]), view) { ReplyLinks.new(reference, $0) })
        return .html(try site.views.render(page), status: status, language: view.reader.language.rawValue)
    }
}

extension Response {
    /// A page of a letter.
    ///
    /// - Parameter tag: other for every change of it.
    static func picture(_ scan: CleanScan, tag: String, to request: Request, caching: Caching = .revalidated) -> Response {
        let mark = "\"\(tag)\""
        var headers: HTTPFields = [.contentType: "image/jpeg", .cacheControl: caching.directive, .eTag: mark]
        if request.headers[.ifNoneMatch] == mark { return Response(status: .notModified, headers: headers) }
        headers[.contentDisposition] = "inline; filename=\"reply.jpg\""
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: scan.jpeg)))
    }
}
