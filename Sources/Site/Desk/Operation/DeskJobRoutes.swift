import Campaign
import Hummingbird
import Storage

/// What is still to be done, and what was given up.
struct DeskJobRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/jobs", use: shell.answer(.operate, index))
        router.post(
            "desk/jobs/retry",
            use: shell.answer(.operate) { asked in
                try await shell.desk.retry(Job.ID(asked.form()["job"] ?? ""), by: asked.at.member.id.text)
                return .redirect(to: DeskLinks.jobs, type: .normal)
            })
        router.post(
            "desk/jobs/drop",
            use: shell.answer(.operate) { asked in
                try await shell.desk.drop(Job.ID(asked.form()["job"] ?? ""), by: asked.at.member.id.text)
                return .redirect(to: DeskLinks.jobs, type: .normal)
            })
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.jobs_title")
        let jobs = try await shell.site.database.read { db in try db.jobs() }
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.jobs_text")],
            tables: [.jobs(title, jobs, reader)], forms: [], layout: shell.layout(title, asked, at: DeskLinks.jobs), for: reader)
        return try shell.page(page, reader)
    }
}

extension DeskTable {
    static func jobs(_ heading: String, _ jobs: [Job], _ reader: Reader) -> DeskTable {
        DeskTable(
            heading,
            columns: ["desk.column_job", "desk.column_state", "desk.column_due", "desk.column_failure", "desk.column_do"].map { reader.text($0) },
            rows: jobs.map { job in
                let hidden = [HiddenField(fieldName: "job", fieldValue: job.id.text)]
                return [
                    Cell("\(job.kind) \(job.subject)"), Cell(reader.text("desk.job_\(job.state.rawValue)"), isLoud: job.state == .dead),
                    Cell(reader.moment(job.dueAt)), Cell(job.failure.map { "\(reader.count("desk.job_attempts", job.attempts)): \($0)" } ?? "–"),
                    Cell(
                        "",
                        buttons: job.state == .running
                            ? []
                            : [
                                DeskForm(to: "\(DeskLinks.jobs)/retry", reader.text("desk.retry"), hidden: hidden),
                                DeskForm(to: "\(DeskLinks.jobs)/drop", reader.text("desk.drop"), hidden: hidden),
                            ]),
                ]
            },
            empty: reader.text("desk.jobs_none"))
    }
}
