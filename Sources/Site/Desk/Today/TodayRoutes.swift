import Campaign
import Documents
import Hummingbird
import Storage

/// What needs somebody today: drafts, deadlines, alerts that wait for a yes, work that was given up.
struct TodayRoutes: Sendable {
    /// Deadlines so near stand on this page.
    private static let nearDays = 7

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk", use: shell.answer(.look, show))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, today = reader.today
        let (entries, alerts, stale, jobs, manuscripts) = try await shell.site.database.read { db in
            (
                try db.deskPage(DeskFilter(), of: section, in: reader.language, since: today, limit: 200).entries,
                try db.alertSummaries(of: section, in: .draft, limit: 100),
                try db.staleTranslations(for: section, since: today),
                section == .international ? try db.jobs(.dead) : [],
                try db.unpublishedManuscripts(of: section == .international ? nil : section).filter { $0.manuscript.state != .cancelled }
            )
        }
        let tasks = try await shell.site.database.read { db in try db.officeTasks(of: section) }
        let answers = try await shell.site.database.read { db in try db.replies(atDeskOf: section, limit: 300) }
            .filter { $0.needsSomebody(on: reader) }
        let mayAnswer = asked.at.member.duties.allow(.release, in: section)
        let open = entries.filter { !$0.isWithdrawn && !$0.hasEnded }
        let near = open.filter { entry in !entry.hasDraft && entry.actUntil.map { today.days(until: $0) <= Self.nearDays } ?? false }
        let title = reader.text("desk.today_title", ["name": asked.at.member.name])
        var handed: [DeskTable] = tasks.isEmpty ? [] : [.officeTasks(tasks, reader, mayAnswer: mayAnswer)]
        if !answers.isEmpty { handed.append(.replies(reader.text("desk.replies_waiting"), answers, reader, empty: "")) }
        let page = DeskTablePage(
            title: title, intro: [],
            tables: handed + [
                .manuscripts(manuscripts, reader),
                .actions(
                    reader.text("desk.today_drafts"), entries.filter { $0.hasDraft && $0.manuscript == nil }, reader,
                    empty: reader.text("desk.today_no_drafts")),
                .actions(reader.text("desk.today_deadlines"), near, reader, empty: reader.text("desk.today_no_deadlines")),
                .alerts(
                    reader.text("desk.today_alerts"), alerts, reader,
                    empty: reader.text("desk.today_no_alerts")),
                .translations(reader.text("desk.translation_today"), stale, reader, empty: reader.text("desk.translation_today_none")),
            ] + (jobs.isEmpty ? [] : [.jobs(reader.text("desk.today_jobs"), jobs, reader)]),
            forms: [], layout: shell.layout(title, asked, at: DeskLinks.today), for: reader)
        return try shell.page(page, reader)
    }
}
