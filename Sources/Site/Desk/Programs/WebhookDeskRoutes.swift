import Campaign
import Documents
import Foundation
import Hummingbird
import Storage

/// The addresses of other programs that are told what happens to actions: add one, see what it was told, tell it again, end it.
struct WebhookDeskRoutes: Sendable {
    /// How many of the latest messages are shown.
    private static let size = 50

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/webhooks", use: shell.answer(.administer) { try await index($0, FormBody(), FormProblems(), made: nil) })
        router.post("desk/webhooks", use: shell.answer(.administer, needsCode: true, create))
        router.post("desk/webhooks/replay", use: shell.answer(.administer, replay))
        router.post("desk/webhooks/end", use: shell.answer(.administer, needsCode: true, end))
    }

    /// - Parameter made: the secret of an address that was added just now.
    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems, made: String?) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.webhooks_title")
        let (hooks, messages, sections) = try await shell.site.database.read { db in
            (try db.webhooks(), try db.webhookMessages(limit: Self.size), try db.sections())
        }
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.webhooks_text")],
            secret: made.map { .init(secretLabel: reader.text("desk.webhooks_made"), secretText: $0, copyScript: shell.site.assets.path("copy.js")) },
            tables: [table(hooks, sections, reader), table(messages, hooks, reader)], forms: [form(typed, problems, sections, reader)],
            layout: shell.layout(title, asked, at: ProgramDeskLinks.webhooks), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        do {
            let made = try await shell.desk.programs.makeWebhook(
                form["url"] ?? "", for: Section.Code(rawValue: form["section"] ?? ""), by: asked.at.member.id.text)
            return try await index(asked, FormBody(), FormProblems(), made: made.secret)
        } catch let refusal as WebhookRefusal {
            return try await index(asked, form, FormProblems("url", refusal.message), made: nil)
        }
    }

    @Sendable private func replay(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.programs.replay(WebhookMessage.ID(asked.form()["message"] ?? ""), by: asked.at.member.id.text)
        return .redirect(to: ProgramDeskLinks.webhooks, type: .normal)
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        try await shell.desk.programs.endWebhook(Webhook.ID(asked.form()["webhook"] ?? ""), by: asked.at.member.id.text)
        return .redirect(to: ProgramDeskLinks.webhooks, type: .normal)
    }

    private func table(_ hooks: [Webhook], _ sections: [Section], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.webhooks_addresses"),
            columns: ["desk.webhooks_address", "desk.section", "desk.programs_made_on", "desk.column_state", "desk.column_do"].map {
                reader.text($0)
            },
            rows: hooks.map { hook in
                let end = DeskForm(
                    to: ProgramDeskLinks.webhookEnd, reader.text("desk.webhooks_end"),
                    hidden: [HiddenField(fieldName: "webhook", fieldValue: hook.id.text)], isGrave: true)
                return [
                    .init(hook.address), .init(sections.first { $0.code == hook.section }?.name ?? hook.section.rawValue),
                    .init(reader.days.long(hook.madeAt.day(in: reader.section.timeZone))),
                    .init(reader.text(hook.endedAt == nil ? "desk.webhooks_told" : "desk.webhooks_ended")),
                    .init("", buttons: hook.endedAt == nil ? [end] : []),
                ]
            },
            empty: reader.text("desk.webhooks_none"))
    }

    private func table(_ messages: [WebhookMessage], _ hooks: [Webhook], _ reader: Reader) -> DeskTable {
        let live = Set(hooks.filter { $0.endedAt == nil }.map(\.id)), origins = Dictionary(hooks.map { ($0.id, $0.origin) }) { one, _ in one }
        return DeskTable(
            reader.text("desk.webhooks_messages"),
            columns: [
                "desk.webhooks_when", "desk.webhooks_event", "desk.webhooks_address", "desk.column_state", "desk.column_do",
            ].map { reader.text($0) },
            rows: messages.map { message in
                let event = message.event.rawValue.split(separator: ".").last.map(String.init) ?? ""
                let again = DeskForm(
                    to: ProgramDeskLinks.replay, reader.text("desk.webhooks_replay"),
                    hidden: [HiddenField(fieldName: "message", fieldValue: message.id.text)])
                let state = reader.text("desk.webhooks_\(message.state.rawValue)")
                return [
                    .init(reader.moment(message.at)),
                    .init("\(reader.printed(message.reference)): \(reader.text("desk.webhooks_event_\(event)"))"),
                    .init(origins[message.webhook] ?? ""), .init(message.failure.map { "\(state): \($0)" } ?? state, isLoud: message.failure != nil),
                    .init("", buttons: live.contains(message.webhook) ? [again] : []),
                ]
            },
            empty: reader.text("desk.webhooks_nothing"))
    }

    private func form(_ typed: FormBody, _ problems: FormProblems, _ sections: [Section], _ reader: Reader) -> DeskForm {
        DeskForm(
            to: ProgramDeskLinks.webhooks, reader.text("desk.webhooks_add"), heading: reader.text("desk.webhooks_add"),
            explanation: reader.text("desk.webhooks_add_text"),
            fields: [
                .init(
                    "url", reader.text("desk.webhooks_address"), hint: reader.text("desk.webhooks_address_hint"), type: "url",
                    value: typed["url"] ?? "", problem: problems["url"].map(reader.words.text)),
                .list("section", reader.text("desk.section"), sections.map { ($0.code.rawValue, $0.name) }, chosen: typed["section"]),
            ])
    }
}
