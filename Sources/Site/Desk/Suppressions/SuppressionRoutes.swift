import Campaign
import Documents
import Hummingbird
import Storage

/// To whom a section sends nothing, and why. No address is shown until somebody asks for it, which is logged.
struct SuppressionRoutes: Sendable {
    /// Why a coordinator clears one.
    static let reasons = ["asked", "mended", "mistake"]

    let shell: DeskShell
    let register: RegisterOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/suppressions", use: shell.answer(.keepOut) { try await index($0, FormBody(), FormProblems()) })
        router.post("desk/suppressions", use: shell.answer(.keepOut, create))
        router.post("desk/suppressions/clear", use: shell.answer(.keepOut, needsCode: true, clear))
        router.post("desk/suppressions/reveal", use: shell.answer(.keepOut, needsCode: true, reveal))
    }

    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems, notice: String? = nil) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.suppressions_title")
        let all = try await shell.site.database.read { db in try db.suppressions(of: section) }
        let chosen = asked.request.query["reason"].flatMap(Suppression.Reason.init(rawValue:))
        let reasons = Suppression.Reason.allCases.map { ($0.rawValue, reader.text("desk.suppressed_\($0.rawValue)")) }
        let finder = SettingForm(
            to: SuppressionLinks.list, reader.text("desk.register_find"), isSearch: true,
            [
                SettingField(
                    .list, "reason", reader.text("desk.suppression_reason"), value: chosen?.rawValue ?? "",
                    options: [("", reader.text("desk.register_any"))] + reasons)
            ])
        let address = SettingForm(
            to: SuppressionLinks.list, reader.text("desk.suppression_add"), heading: reader.text("desk.suppression_add"),
            explanation: reader.text("desk.suppression_add_text"),
            [
                SettingField(
                    .line, "address", reader.text("desk.suppression_address"), value: typed["address"] ?? "", type: "email",
                    problem: problems["address"].map(reader.words.text), isNeeded: true)
            ])
        let page = RoomPage(
            title: title, intro: [reader.text("desk.suppressions_text")], problems: problems, notice: notice, finders: [finder],
            tables: [table(all.filter { chosen == nil || $0.reason == chosen }.reversed(), reader)], forms: [address],
            layout: shell.layout(title, asked, at: SuppressionLinks.list), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        guard let address = MailAddress((form["address"] ?? "").filter { !$0.isWhitespace }) else {
            return try await index(asked, form, FormProblems("address", Message("desk.problem_mail")))
        }
        try await register.keepOut(address, of: asked.reader.section.code, by: asked.at.member.id.text)
        return .redirect(to: SuppressionLinks.list, type: .normal)
    }

    @Sendable private func clear(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), lookup = form["lookup"] ?? "", reason = form["because"] ?? ""
        guard Self.reasons.contains(reason) else { return try await index(asked, form, FormProblems("because", Message("desk.problem_choice"))) }
        try await register.clear(lookup, of: asked.reader.section.code, because: reason, by: asked.at.member.id.text)
        return .redirect(to: SuppressionLinks.list, type: .normal)
    }

    @Sendable private func reveal(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, lookup = try await asked.form()["lookup"] ?? ""
        let address = try await register.reveal(lookup, of: reader.section.code, by: asked.at.member.id.text)
        let words = address.map { reader.text("desk.suppression_is", ["mark": String(lookup.prefix(8)), "address": $0.text]) }
        return try await index(asked, FormBody(), FormProblems(), notice: words ?? reader.text("desk.suppression_nobody"))
    }

    private func table(_ suppressions: [Suppression], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.suppressions_title"),
            columns: ["desk.suppression_address", "desk.suppression_reason", "desk.column_since", "desk.log_detail", "desk.column_do"].map {
                reader.text($0)
            },
            rows: suppressions.prefix(500).map { one in
                let lookup = HiddenField(fieldName: "lookup", fieldValue: one.lookup)
                let reveal = DeskForm(to: SuppressionLinks.reveal, reader.text("desk.suppression_reveal"), hidden: [lookup])
                let clear = Self.reasons.map { reason in
                    DeskForm(
                        to: SuppressionLinks.clear, reader.text("desk.suppression_clear_\(reason)"),
                        hidden: [lookup, HiddenField(fieldName: "because", fieldValue: reason)])
                }
                return [
                    .init("••• \(one.lookup.prefix(8))"), .init(reader.text("desk.suppressed_\(one.reason.rawValue)")), .init(reader.moment(one.at)),
                    .init(one.detail.isEmpty ? "–" : one.detail), .init("", buttons: [reveal] + (one.reason.isOwnWish ? [] : clear)),
                ]
            }, empty: reader.text("desk.suppressions_none"))
    }
}
