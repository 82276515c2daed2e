import Campaign
import Documents
import Foundation
import Hummingbird
import Storage

/// Other servers: add one, compare its key, see how it goes and what it counted, let it go.
struct ServerDeskRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/servers", use: shell.answer(.administer) { try await index($0, FormBody(), FormProblems()) })
        router.post("desk/servers", use: shell.answer(.administer, needsCode: true, create))
        router.post("desk/servers/acceptance", use: shell.answer(.administer, needsCode: true, accept))
        router.post("desk/servers/end", use: shell.answer(.administer, needsCode: true, end))
        router.post("desk/servers/tally", use: shell.answer(.administer, needsCode: true, decide))
    }

    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.servers_title"), card = try await shell.desk.servers.meet?.ownCard()
        let state = try await shell.site.database.read { db in try ServerStates(db) }, tables = ServerTables(state: state, reader: reader)
        let own = card.map { card in
            reader.text("desk.servers_own", ["address": card.server, "fingerprint": card.keys.last?.fingerprint ?? ""])
        }
        let pending = state.partners.filter { $0.endedAt == nil && $0.pending != nil }
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.servers_text"), own ?? reader.text("desk.servers_off")],
            tables: [tables.servers, tables.tallies] + (state.refused.isEmpty ? [] : [tables.refused]),
            forms: card == nil ? [] : pending.map { tables.comparing($0, typed, problems) } + [tables.adding(typed, problems)],
            layout: shell.layout(title, asked, at: ServerDeskLinks.index), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        return try await done(asked, form, "address") { try await $0.add(form["address"] ?? "", by: asked.at.member.id.text) }
    }

    @Sendable private func accept(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        return try await done(asked, form, "fingerprint") {
            try await $0.accept(
                form["server"] ?? "", fingerprint: form["fingerprint"] ?? "", as: form["role"].flatMap(MeetPartner.Role.init) ?? .follower,
                by: asked.at.member.id.text)
        }
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        return try await done(asked, form, "server") { try await $0.end(form["server"] ?? "", by: asked.at.member.id.text) }
    }

    @Sendable private func decide(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        guard let reference = form["action"].flatMap({ Reference(slug: $0) }) else { throw NotPublishedHere() }
        try await shell.desk.servers.decide(
            reference, of: form["server"] ?? "", counts: form["decision"] == "count", by: asked.at.member.id.text)
        return .redirect(to: ServerDeskLinks.index, type: .normal)
    }

    private func done(_ asked: DeskShell.Asked, _ form: FormBody, _ field: String, _ body: (MeetPartner) async throws -> Void) async throws
        -> Response
    {
        guard let meet = shell.desk.servers.meet else { return .redirect(to: ServerDeskLinks.index, type: .normal) }
        do {
            try await body(meet)
            return .redirect(to: ServerDeskLinks.index, type: .normal)
        } catch let refusal as PartnerRefusal where refusal != .unknown {
            return try await index(asked, form, FormProblems(field, refusal.message))
        }
    }
}

/// What the page shows, read at once.
struct ServerStates: Sendable {
    /// How many of the latest tallies are shown.
    private static let size = 100

    let partners: [Partner]
    let followed: [Partner.ID: Int]
    let tallies: [(tally: PartnerTally, reference: Reference)]
    let refused: [(partner: Partner, reference: String, why: String)]

    init(_ db: any Connection) throws {
        let all = try db.partners()
        partners = all
        followed = try Dictionary(all.map { ($0.id, try db.countFollowed(from: $0.id)) }) { one, _ in one }
        tallies = try db.partnerTallies(limit: Self.size)
        refused = try all.flatMap { partner in try db.refusedChanges(from: partner.id).map { (partner, $0.reference, $0.why) } }
    }
}
