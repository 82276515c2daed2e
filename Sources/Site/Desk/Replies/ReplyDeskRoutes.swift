import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Officials' answers at the desk: the list, each one, and what becomes of it.
struct ReplyDeskRoutes: Sendable {
    let shell: DeskShell
    private let replies: ReplyOperations

    init(shell: DeskShell) {
        self.shell = shell
        replies = ReplyOperations(shell.site)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/replies", use: shell.answer(.look, index))
        router.get("desk/replies/:id", use: shell.answer(.look) { try await show($0) })
        router.get("desk/replies/:id/pages/:page", use: shell.answer(.look, picture))
        router.post("desk/replies/:id", use: shell.answer(.write, change))
        router.post("desk/replies/:id/pages/:page", use: shell.answer(.write, cover))
        router.post("desk/replies/:id/pages/:page/removal", use: shell.answer(.write, removePage))
        router.post(
            "desk/replies/:id/publication",
            use: shell.answer(.release, needsCode: true) { asked in
                try await decide(asked) { try await replies.decide.publish($0, since: $1, in: $2, by: $3) }
            })
        router.post(
            "desk/replies/:id/keeping",
            use: shell.answer(.write) { asked in try await decide(asked) { try await replies.decide.keep($0, since: $1, in: $2, by: $3) } })
        router.post(
            "desk/replies/:id/refusal",
            use: shell.answer(.write) { asked in try await decide(asked) { try await replies.decide.refuse($0, since: $1, in: $2, by: $3) } })
        router.post(
            "desk/replies/:id/review",
            use: shell.answer(.write) { asked in try await decide(asked) { try await replies.decide.keepAnotherYear($0, since: $1, in: $2, by: $3) } }
        )
        router.post("desk/replies/:id/erasure", use: shell.answer(.withdraw, needsCode: true, erase))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, section = reader.section.code
        let all = try await shell.site.database.read { db in try db.replies(atDeskOf: section, limit: 300) }
        let waiting = all.filter { $0.needsSomebody(on: reader) }, title = reader.text("desk.replies_title")
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.replies_intro", ["days": String(ReplyBounds.keptDays)])],
            tables: [
                .replies(reader.text("desk.replies_waiting"), waiting, reader, empty: reader.text("desk.replies_none_waiting")),
                .replies(
                    reader.text("desk.replies_others"), all.filter { !$0.needsSomebody(on: reader) }, reader, empty: reader.text("desk.replies_none")),
            ],
            forms: [], layout: shell.layout(title, asked, at: ReplyDeskLinks.index), for: reader)
        return try shell.page(page, reader)
    }

    private func show(
        _ asked: DeskShell.Asked, _ typed: ReplyDeskPage.Typed = .init(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reader = asked.reader, section = reader.section.code
        let reply = try await replies.look(try id(asked), at: section, by: asked.at.member.id)
        let hasErasedNames = try await shell.site.database.read { db in try db.hasErasedNames(reply.reference) }
        let page = ReplyDeskPage(
            reply, typed, hasErasedNames: hasErasedNames, duties: asked.at.member.duties, script: shell.site.assets.path("cover.js"),
            layout: shell.layout(reader.text("desk.replies_title"), asked, at: ReplyDeskLinks.index), for: reader)
        return try shell.page(page, reader, status)
    }

    @Sendable private func picture(_ asked: DeskShell.Asked) async throws -> Response {
        let id = try id(asked), number = Int(try asked.parameter("page")) ?? 0, section = asked.reader.section.code
        let found = try await shell.site.database.read { db in (try db.reply(id, atDeskOf: section), try db.scan(number, of: id)) }
        guard let scan = found.1 else { throw NotPublishedHere() }
        return .picture(scan, tag: "\(id)-\(number)-\(found.0.revision)", to: asked.request, caching: .never)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let id = try id(asked), section = asked.reader.section.code, reply = try await tended(asked)
        var bounds = FormBody.Bounds()
        bounds.bytes = Limits.draft
        let form = try await FormBody.read(asked.request, within: bounds)
        var problems = FormProblems()
        let typed = form["received_on"]?.filter { !$0.isWhitespace } ?? "", day = Day(typed)
        if !typed.isEmpty, day == nil || day.map({ $0 > asked.reader.today }) == true { problems.add("received_on", Message("reply.problem_day")) }
        let texts = ReplyDeskForms.languages(reply, asked.reader).compactMap { language in form["text-\(language)"].map { (language, $0) } }
        for (language, words) in texts where words.signs > ReplyBounds.words {
            problems.add("text-\(language)", Message("reply.problem_long", ["most": String(ReplyBounds.words)]))
        }
        guard problems.isEmpty else { return try await show(asked, .init(form: form, problems: problems), status: .unprocessableContent) }
        let facts = TendReply.Facts(
            office: (form["office"] ?? "").cut(to: ReplyBounds.office), language: HandedReply.language(form["language"]), receivedOn: day,
            isShared: form["is_shared"] != nil,
            texts: Dictionary(texts.map { ($0.0, $0.1.replacing("\r\n", with: "\n")) }, uniquingKeysWith: { first, _ in first }))
        do {
            try await replies.tend(id, facts, since: form.revision, in: section, by: asked.at.member.id)
        } catch let refusal as ReplyRefusal where refusal == .changedMeanwhile || refusal == .noWords {
            return try await show(asked, .init(form: form, problems: FormProblems("office", refusal.message)), status: refusal.kind.status)
        }
        return .redirect(to: ReplyDeskLinks.show(id), type: .normal)
    }

    /// The rectangles that were typed or drawn, and the squares that were ticked.
    @Sendable private func cover(_ asked: DeskShell.Asked) async throws -> Response {
        let id = try id(asked), number = Int(try asked.parameter("page")) ?? 0
        _ = try await tended(asked)
        let form = try await asked.form()
        guard let drawn = Blackening.all(in: form["rectangles"] ?? "") else {
            let problems = FormProblems("page-\(number)", Message("desk.replies_problem_rectangles"))
            return try await show(asked, .init(form: form, page: number, problems: problems), status: .unprocessableContent)
        }
        do {
            let parts = Array((drawn + CoverGrid.parts(ticked: form.all("square"))).prefix(ReplyBounds.rectangles))
            try await replies.tend.cover(
                id, page: number, parts, since: form.revision, in: asked.reader.section.code, by: asked.at.member.id)
        } catch ReplyRefusal.changedMeanwhile {
            let problems = FormProblems("page-\(number)", ReplyRefusal.changedMeanwhile.message)
            return try await show(asked, .init(form: form, page: number, problems: problems), status: .conflict)
        }
        return .redirect(to: ReplyDeskLinks.show(id) + "#page-\(number)", type: .normal)
    }

    @Sendable private func removePage(_ asked: DeskShell.Asked) async throws -> Response {
        let id = try id(asked), number = Int(try asked.parameter("page")) ?? 0
        _ = try await tended(asked)
        let form = try await asked.form()
        try await replies.tend.remove(page: number, of: id, since: form.revision, in: asked.reader.section.code, by: asked.at.member.id)
        return .redirect(to: ReplyDeskLinks.show(id), type: .normal)
    }

    private func decide(
        _ asked: DeskShell.Asked, _ body: (Reply.ID, Int, Section.Code, StaffMember.ID) async throws -> Void
    ) async throws -> Response {
        let id = try id(asked), form = try await asked.form()
        do {
            try await body(id, form.revision, asked.reader.section.code, asked.at.member.id)
        } catch let refusal as ReplyRefusal where refusal != .unknown {
            return try await show(asked, .init(problems: FormProblems("office", refusal.message)), status: refusal.kind.status)
        }
        return .redirect(to: ReplyDeskLinks.show(id), type: .normal)
    }

    @Sendable private func erase(_ asked: DeskShell.Asked) async throws -> Response {
        try await replies.decide.erase(try id(asked), in: asked.reader.section.code, by: asked.at.member.id)
        return .redirect(to: ReplyDeskLinks.index, type: .normal)
    }

    /// What readers see already is changed by those who release.
    private func tended(_ asked: DeskShell.Asked) async throws -> Reply {
        let id = try id(asked), section = asked.reader.section.code
        let reply = try await shell.site.database.read { db in try db.reply(id, atDeskOf: section) }
        guard reply.section == section else { throw ReplyRefusal.unknown }
        if reply.state == .published { try asked.at.require(.release, in: section) }
        return reply
    }

    private func id(_ asked: DeskShell.Asked) throws -> Reply.ID { Reply.ID(try asked.parameter("id")) }
}

extension FormBody {
    fileprivate var revision: Int { self["revision"].flatMap { Int($0) } ?? 0 }
}
