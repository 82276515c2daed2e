import Campaign
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Collections for their readers: the page, the pack, the return of a group or a school, the teacher's page.
struct CollectionRoutes: Sendable {
    let site: SiteParts
    let record: RecordGroupReturn
    let compose: ComposeLetter
    private let turns = PackTurns()

    init(site: SiteParts, record: RecordGroupReturn, compose: ComposeLetter) {
        self.site = site
        self.record = record
        self.compose = compose
    }

    func add(to router: Router<Visitor>) {
        router.get("c/:slug", use: short)
        router.get("c/:slug/code.svg", use: picture)
        router.get(":language/collections/:slug", use: show)
        router.get(":language/collections/:slug/school", use: school)
        router.get(":language/collections/:slug/return", use: new)
        router.post(":language/collections/:slug/returns", use: create)
        router.post(":language/collections/:slug/pack", use: pack)
    }

    @Sendable private func short(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage]), collection = try await collection(visitor, reader)
        var response = Response.redirect(to: CollectionLinks.page(collection.slug, reader.language), type: .found)
        response.headers[.vary] = "Accept-Language"
        return response
    }

    @Sendable private func picture(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), collection = try await collection(visitor, reader)
        guard let code = QRCode(site.origins.origin(of: reader.section) + CollectionLinks.short(collection.slug)) else { throw NotPublishedHere() }
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: Caching.revalidated.directive],
            body: .init(byteBuffer: ByteBuffer(string: code.svg(saying: "").text)))
    }

    @Sendable private func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), collection = try await collection(visitor, reader)
        let totals = try await site.database.read { db in try db.totals(of: collection) }
        let title = collection.text(in: reader.languages)?.words.title ?? collection.slug
        let place = Place(path: { CollectionLinks.page(collection.slug, $0) }, title: title, nav: .actions)
        let page = CollectionPage(
            collection, try await views(collection, reader), totals, canMakePDF: site.press.canMakePDF,
            origin: site.origins.origin(of: reader.section),
            layout: site.layout(place, for: reader), for: reader)
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    @Sendable private func school(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), collection = try await collection(visitor, reader)
        guard collection.isForSchools else { throw NotPublishedHere() }
        let place = Place(path: { CollectionLinks.school(collection.slug, $0) }, title: reader.text("collection.school"), isPrivate: true)
        let page = SchoolPage(collection, canMakePDF: site.press.canMakePDF, layout: site.layout(place, for: reader), for: reader)
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    /// Without a code the page asks for one.
    @Sendable private func new(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), collection = try await running(visitor, reader)
        guard let typed = request.query["code"], !typed.isEmpty else {
            let page = FindGroupPage(
                layout: site.layout(.findGroup(reader), for: reader), t: reader.words.plainTexts,
                groupsPath: CollectionLinks.returning(collection.slug, reader.language), codeValue: "", codeProblem: nil)
            return .html(try site.views.render(page), language: reader.language.rawValue)
        }
        return try await page(collection, try await site.group(typed, for: reader), FormBody(), FormProblems(), token: site.world.token(), reader)
    }

    @Sendable private func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), collection = try await running(visitor, reader), form = try await FormBody.read(request)
        let group = try await site.group(request.query["code"] ?? "", for: reader)
        let lines = form.fields.compactMap { GroupReturn.Line(field: $0.name, value: $0.value) }.filter { collection.cases.contains($0.reference) }
        do {
            let sent = try GroupReturn(lines, token: form["token"], isSure: form["sure"] == "1", of: group, within: ReturnWindow(collection))
            return .redirect(to: Links.groupThanks(group.code, reader.language, try await record(sent)), type: .normal)
        } catch let problems as FormProblems {
            let token = problems["token"] == nil ? form["token"] : nil
            return try await page(collection, group, form, problems, token: token ?? site.world.token(), reader)
        }
    }

    private func page(
        _ collection: CaseCollection, _ group: WritingGroup, _ typed: FormBody, _ problems: FormProblems, token: String, _ reader: Reader
    ) async throws -> Response {
        let place = Place(
            path: { CollectionLinks.returning(collection.slug, $0, of: group.code) }, title: reader.text("group.page_title", ["name": group.name]),
            isPrivate: true)
        let page = GroupReportPage(
            group, try await views(collection, reader), typed: typed, problems: problems, token: token,
            reportsPath: CollectionLinks.returns(collection.slug, reader.language, of: group.code), layout: site.layout(place, for: reader),
            for: reader)
        return .html(try site.views.render(page), status: problems.isEmpty ? .ok : .unprocessableContent, language: reader.language.rawValue)
    }

    /// One PDF of all cases that take letters: their sheets and letters, and where to report. A school is the sender of its pupils' letters.
    @Sendable private func pack(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), collection = try await collection(visitor, reader), form = try await FormBody.read(request)
        let views = try await views(collection, reader).filter { $0.isOpen && $0.takesPost }
        guard let first = views.first else {
            throw collection.cases.first.map { LettersClosed(reference: $0) } ?? CollectionRefusal.unknown(collection.slug) as any Error
        }
        var group: WritingGroup?
        if let typed = form["group"], typed.contains(where: { !$0.isWhitespace }) { group = try await site.group(typed, for: reader) }
        let most = max(1, Pack.letterLimit / views.count), copies = min(max(1, Int(form["copies"] ?? "") ?? 1), most)
        var making = PackMaking(compose: compose, origins: site.origins, group: group, reader: first.reader)
        making.title = collection.text(in: reader.languages)?.words.title
        making.returnPath = CollectionLinks.returning(collection.slug, reader.language, of: group?.code)
        if collection.isForSchools {
            let school = form["school"].flatMap { $0.contains(where: \.isLetter) ? $0 : nil } ?? group?.name ?? ""
            making.school = school.split(whereSeparator: \.isNewline).joined(separator: ", ").cut(to: 160)
        }
        let choice = PackChoice(cases: views.map { PackChoice.Case(usually: $0, copies: copies, compose) }, for: reader.section)
        let pack = making.pack(choice, views)
        let bytes = try await turns { try await site.press.pdf(pack.html.text) }
        return .pdf(bytes, named: "\(collection.slug)-\(reader.language).pdf")
    }

    private func collection(_ visitor: Visitor, _ reader: Reader) async throws -> CaseCollection {
        let section = reader.section.code, slug = visitor.parameters.get("slug") ?? ""
        let collection = try await site.database.read { db in try db.collection(slug, of: section) }
        guard collection.isPublic else { throw CollectionRefusal.unknown(slug) }
        return collection
    }

    private func running(_ visitor: Visitor, _ reader: Reader) async throws -> CaseCollection {
        let collection = try await collection(visitor, reader)
        guard collection.takesReturns(on: reader.today) else { throw CollectionRefusal.closed }
        return collection
    }

    /// Each case at its latest output that asks for letters; one that was withdrawn is not there.
    private func views(_ collection: CaseCollection, _ reader: Reader) async throws -> [ActionView] {
        var views: [ActionView] = []
        for reference in collection.cases {
            guard let view = try await site.kindly({ try await site.view(of: reference, for: reader) }) else { continue }
            guard !view.output.kind.asksForLetters, let asked = view.action.outputs.last(where: \.kind.asksForLetters) else {
                views.append(view)
                continue
            }
            if let earlier = try await site.kindly({ try await site.view(of: reference, ordinal: asked.ordinal, for: reader) }) {
                views.append(earlier)
            }
        }
        return views
    }
}

extension PackChoice {
    /// What is usual: every case alike, in the paper of the section's country, without envelopes.
    init(cases: [Case], for section: Section) {
        let usual = UsualPaper(section)
        self.cases = cases
        window = usual.window
        paper = usual.paper
        envelope = nil
    }
}

extension PackChoice.Case {
    /// To the first who is asked to act and has an address, in the office's language or the nearest there is.
    fileprivate init(usually view: ActionView, copies: Int, _ compose: ComposeLetter) {
        let addressees = view.edition?.addressees ?? [], offered = compose.models(of: view.output, for: view.reader.languages).map(\.language)
        let target = addressees.indices.first { addressees[$0].role == .target && !addressees[$0].addressLines.isEmpty }
        let position = target ?? addressees.indices.first { !addressees[$0].addressLines.isEmpty } ?? 0
        let language = (view.output.preferredLanguages + view.reader.languages).first(where: offered.contains) ?? offered.first
        self.init(
            reference: view.action.reference, ordinal: view.output.ordinal, copies: copies, positions: [position],
            languages: Set([language].compactMap { $0 }))
    }
}
