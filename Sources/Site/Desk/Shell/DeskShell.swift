import Campaign
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage

/// What the routes of the desk share: who is there, whether their role goes so far, and the pages around it.
///
/// A desk is a section's: on the section's host one sees and changes what is the section's. What is the whole server's (jobs, staff, the log)
/// is at the international one.
struct DeskShell: Sendable {
    let site: SiteParts
    let desk: DeskOperations

    typealias Answer = @Sendable (Request, Visitor) async throws -> Response

    /// A request of somebody who is there and may do it.
    struct Asked: Sendable {
        let request: Request
        let visitor: Visitor
        let reader: Reader
        let at: AtDesk
        let isSecure: Bool

        func form() async throws -> FormBody { try await FormBody.read(request) }

        /// The action in the address.
        func reference() throws -> Reference {
            guard let slug = visitor.parameters.get("reference"), let reference = Reference(slug: slug) else { throw NotPublishedHere() }
            return reference
        }

        func parameter(_ name: String) throws -> String {
            guard let text = visitor.parameters.get(name)?.removingPercentEncoding else { throw NotPublishedHere() }
            return text
        }
    }

    /// - Parameter needsCode: for what cannot be undone: a code that was typed a while ago is asked for again, and what was typed is kept.
    func answer(_ deed: Deed, needsCode: Bool = false, _ body: @escaping @Sendable (Asked) async throws -> Response) -> Answer {
        { request, visitor in
            let here = try reader(visitor, request, nil), isSecure = isSecure(here)
            guard let at = try await atDesk(request, isSecure) else { return leadIn(request) }
            let reader = try reader(visitor, request, at.member)
            let asked = Asked(request: request, visitor: visitor, reader: reader, at: at, isSecure: isSecure)
            do {
                try at.require(deed, in: deed.isServerWide ? .international : reader.section.code)
                guard !deed.isServerWide || reader.section.code == .international else { throw NotPublishedHere() }
                if needsCode, !at.isProved(at: site.world.now()) { return .redirect(to: codePath(request), type: .normal) }
                return try await body(asked)
            } catch let refusal as any Refusal {
                if refusal.kind == .forbidden { note(at, visitor) }
                return try notice(refusal.message, asked, status: refusal.kind.status)
            }
        }
    }

    /// That somebody asked for more than they may: the route and their id, and nothing that they typed.
    private func note(_ at: AtDesk, _ visitor: Visitor) {
        visitor.logger.notice("refused", metadata: ["route": "\(visitor.endpointPath ?? "unknown")", "staff": "\(at.member.id.text)"])
    }

    /// A page for whoever comes, there or not.
    ///
    /// - Parameter isCounted: for attempts to come in: those that fail are counted against the network they come from.
    func open(isCounted: Bool = false, _ body: @escaping @Sendable (Request, Reader, Bool) async throws -> Response) -> Answer {
        { request, visitor in
            let reader = try reader(visitor, request, nil)
            guard isCounted, let network = NetworkMark.text(of: request, from: visitor.peer) else {
                return try await body(request, reader, isSecure(reader))
            }
            return try await desk.door(network, site.measures) { try await body(request, reader, isSecure(reader)) }
        }
    }

    func atDesk(_ request: Request, _ isSecure: Bool) async throws -> AtDesk? {
        guard let token = DeskCookie.session.value(in: request, isSecure: isSecure) else { return nil }
        return try await desk.look(token: token)
    }

    /// In the language of whoever is there, else the one that the browser asks for.
    private func reader(_ visitor: Visitor, _ request: Request, _ member: StaffMember?) throws -> Reader {
        try site.deskReader(visitor, preferring: [member?.language.rawValue], accepting: request.headers[.acceptLanguage])
    }

    private func isSecure(_ reader: Reader) -> Bool { site.origins.origin(of: reader.section).hasPrefix("https:") }

    /// To the door, and from there back to where one wanted to go.
    private func leadIn(_ request: Request) -> Response {
        let wanted = request.method == .get ? DeskLinks.back(request.uri.path) : DeskLinks.today
        return .redirect(to: DeskLinks.signIn + (wanted == DeskLinks.today ? "" : "?next=\(wanted)"), type: .normal)
    }

    /// A form that is refused for its old code is found again at the page it stands on.
    private func codePath(_ request: Request) -> String {
        let page = request.method == .get ? request.uri.path : request.uri.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        return DeskLinks.code + "?next=" + DeskLinks.back(page)
    }
}

extension DeskShell {
    func page(_ page: some Page, _ reader: Reader, _ status: HTTPResponse.Status = .ok) throws -> Response {
        .html(try site.views.render(page), status: status, language: reader.language.rawValue)
    }

    /// Says why something was not done, and leads back to the desk.
    func notice(_ message: Message, _ asked: Asked, status: HTTPResponse.Status) throws -> Response {
        let reader = asked.reader
        let page = DeskTablePage(
            title: reader.text("desk.not_done"), intro: [reader.words.text(message)], tables: [], forms: [],
            layout: layout(reader.text("desk.not_done"), asked), for: reader)
        return try self.page(page, reader, status)
    }

    func layout(_ title: String, _ asked: Asked, at current: String? = nil) -> Layout {
        let items = DeskItem.allCases.filter { item in
            asked.at.member.duties.allow(item.deed, in: item.deed.isServerWide ? .international : asked.reader.section.code)
                && (!item.deed.isServerWide || asked.reader.section.code == .international)
        }
        func links(_ items: [DeskItem]) -> [Layout.Link] {
            items.map { Layout.Link(label: asked.reader.text("desk.nav_\($0.rawValue)"), path: $0.path, isCurrent: $0.path == current) }
        }
        var layout = site.layout(Place(path: { _ in DeskLinks.today }, title: title, isPrivate: true), for: asked.reader)
            .desk(links(items.filter(\.isDaily)), assets: site.assets)
        layout.more = Layout.More(links(items.filter { !$0.isDaily }))
        return layout
    }

    /// The layout of the pages at the door, which lead nowhere else.
    func layout(_ title: String, _ reader: Reader) -> Layout {
        site.layout(Place(path: { _ in DeskLinks.signIn }, title: title, isPrivate: true), for: reader).desk([], assets: site.assets)
    }
}

/// What stands on top of every page of the desk.
enum DeskItem: String, CaseIterable {
    case today, actions, editions, collections, imports, replies, alerts, counting, tallies, statistics, officials, missions, suppressions, section,
        programs, webhooks, servers, jobs, status, staff, log, me

    /// Whether it is part of a day's work; the rest is looked after now and then, and folded away.
    var isDaily: Bool {
        switch self {
        case .today, .actions, .editions, .imports, .alerts, .counting, .statistics: true
        case .collections, .replies, .tallies, .officials, .missions, .suppressions, .section, .programs, .webhooks, .servers, .jobs, .status, .staff,
            .log,
            .me:
            false
        }
    }

    var path: String {
        switch self {
        case .today: DeskLinks.today
        case .actions: DeskLinks.actions
        case .editions: EditionLinks.all
        case .collections: CollectionLinks.desk
        case .imports: ImportLinks.index
        case .replies: ReplyDeskLinks.index
        case .counting: CountingLinks.index
        case .tallies: TallyLinks.index
        case .statistics: StatisticsLinks.index
        case .alerts: DeskLinks.alerts
        case .officials: RegisterLinks.officials
        case .missions: RegisterLinks.missions
        case .suppressions: SuppressionLinks.list
        case .section: SectionLinks.all
        case .programs: ProgramDeskLinks.index
        case .webhooks: ProgramDeskLinks.webhooks
        case .servers: ServerDeskLinks.index
        case .jobs: DeskLinks.jobs
        case .status: StatusRoutes.path
        case .staff: DeskLinks.staff
        case .log: DeskLinks.log
        case .me: DeskLinks.me
        }
    }

    var deed: Deed {
        switch self {
        case .today, .actions, .editions, .collections, .replies, .counting, .tallies, .statistics, .alerts, .officials, .missions,
            .me:
            .look
        case .imports: .write
        case .suppressions: .keepOut
        case .section: .arrange
        case .jobs, .status: .operate
        case .programs, .webhooks, .servers, .staff, .log: .administer
        }
    }
}

extension Deed {
    /// Whether it is about the whole server and no one section.
    var isServerWide: Bool { self == .operate || self == .administer }
}

extension Layout {
    /// The same frame for the desk: its own ways, and no languages, since a staff member has one.
    fileprivate func desk(_ nav: [Link], assets: Assets) -> Layout {
        var layout = Layout(
            lang: lang, dir: dir, title: title, description: nil, sectionName: sectionName, homePath: homePath, stylesheet: stylesheet,
            deskStylesheet: assets.path("desk.css"), favicon: favicon, canonical: canonical, robots: "noindex", goPath: goPath, nav: nav,
            languages: [], alternates: [], footer: [])
        (layout.look, layout.logo, layout.remarks) = (look, logo, remarks)
        return layout
    }
}

/// Who is at the desk. Gone when the browser closes; never sent along from another site.
enum DeskCookie {
    static let session = SupporterCookie(bareName: "amparo-desk", seconds: nil, sameSite: "Strict")
    /// By which a browser is known the next time somebody signs in with it. It opens nothing.
    static let known = SupporterCookie(bareName: "amparo-desk-known", seconds: KnowStaffBrowser.days * 86_400, sameSite: "Strict")
}
