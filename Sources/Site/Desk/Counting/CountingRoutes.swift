import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Where returns are entered, one by one or as a table, and where what is held apart is seen.
struct CountingRoutes: Sendable {
    private static let shownEntries = 50

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/counting", use: shell.answer(.look) { try await index($0, FormBody(), FormProblems()) })
        router.post("desk/counting", use: shell.answer(.count, create))
        router.post("desk/counting/table", use: shell.answer(.count, table))
    }

    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.counting_title")
        let bursts = try await shell.desk.counting.bursts(of: section), mayCount = asked.at.member.duties.allow(.count, in: section)
        let (entries, held, groups) = try await shell.site.database.read { db in
            (try db.countedEntries(of: section, limit: Self.shownEntries), try db.heldSums(of: section), try db.groups(of: section))
        }
        let forms = CountingForms(reader, groups, typed, problems, token: shell.site.world.token())
        let page = CountingPage(
            title: title, notice: try await notice(asked), problems: problems, entry: mayCount ? forms.entry : nil, hasTable: mayCount,
            tables: [.held(held, reader, mayCount: mayCount)] + (bursts.isEmpty ? [] : [.bursts(bursts, reader, mayCount: mayCount)])
                + [.counted(entries, reader, mayCount: mayCount)],
            correction: mayCount ? forms.correction : nil, layout: shell.layout(title, asked, at: CountingLinks.index), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// What was entered or corrected just now, with the total it led to.
    private func notice(_ asked: DeskShell.Asked) async throws -> String? {
        let reader = asked.reader, section = reader.section.code
        guard let id = asked.request.query["entered"] else { return asked.request.query["done"] == nil ? nil : reader.text("desk.counting_done") }
        return try await shell.site.database.read { db in
            guard let entry = try db.countedEntries(of: section, entry: Report.ID(id), limit: 1).first else { return nil }
            let tally = try db.tally(of: db.wholeAction(entry.reference).id)
            return reader.text(
                "desk.counting_entered",
                [
                    "count": reader.words.grouped(entry.quantity), "reference": reader.printed(entry.reference),
                    "total": reader.words.grouped(entry.source == .import ? tally.countedElsewhere() : tally.counted()),
                ])
        }
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), section = asked.reader.section.code
        do {
            guard let token = form["token"], ReportRequest.tokenLengths.contains(token.utf8.count) else {
                throw FormProblems("action", Message("report.problem_token"))
            }
            let entry = try CountEntry({ $0 == "group" && form[$0] == "none" ? nil : form[$0] }, token: token)
            if entry.quantity > CountEntry.askingAbove, form["sure"] != "1" { throw FormProblems("sure", Message("group.problem_sure")) }
            switch try await shell.desk.counting.enter([entry], of: section, by: asked.at.member.id.text).first {
            case .counts(let report): return .redirect(to: CountingLinks.entered(report.id), type: .normal)
            case .refused(let message): throw FormProblems("action", message)
            case .known, nil: return .redirect(to: CountingLinks.index + "?done=1", type: .normal)
            }
        } catch let problems as FormProblems {
            return try await index(asked, form, problems)
        }
    }

    /// Shows what a table would do; does it once that was confirmed.
    @Sendable private func table(_ asked: DeskShell.Asked) async throws -> Response {
        let body = try await MultipartBody.read(asked.request, orPlain: .init(bytes: UploadRoom.counts)), section = asked.reader.section.code
        let bytes = body.file("file") ?? Array((body["table"] ?? "").utf8)
        let table = CountTable(bytes), enter = shell.desk.counting.enter
        guard table.problems.isEmpty else { return try reading(table, [], String(decoding: bytes, as: UTF8.self), asked) }
        let entries = table.rows.map(\.entry)
        if body["confirmed"] == "1" {
            let verdicts = try await enter(entries, of: section, by: asked.at.member.id.text)
            if !verdicts.contains(where: \.isRefused) { return .redirect(to: CountingLinks.index + "?done=1", type: .normal) }
        }
        return try reading(table, try await enter.plan(entries, of: section), String(decoding: bytes, as: UTF8.self), asked)
    }

    private func reading(_ table: CountTable, _ verdicts: [EnterCounts.Verdict], _ text: String, _ asked: DeskShell.Asked) throws -> Response {
        let reader = asked.reader, title = reader.text("desk.counting_table_title")
        let page = CountTablePage(title: title, table, verdicts, text: text, layout: shell.layout(title, asked, at: CountingLinks.index), for: reader)
        return try shell.page(page, reader, page.isSound ? .ok : .unprocessableContent)
    }
}
