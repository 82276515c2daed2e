import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Telling what was sent.
struct ReportRoutes: Sendable {
    let site: SiteParts
    let record: RecordReport
    let shell: SupporterShell
    let gate: ReportGate

    func add(to router: Router<Visitor>) {
        router.get(":language/actions/:reference/report", use: new)
        router.post(":language/actions/:reference/reports", use: create)
        router.get(":language/actions/:reference/thanks", use: thanks)
    }

    @Sendable func new(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference()
        if let code = request.query["group"], !code.isEmpty {
            let group = try await site.group(code, for: reader)
            return .redirect(to: Links.group(group.code, reader.language, of: [reference]), type: .normal)
        }
        let view = try await site.reportView(of: reference, for: reader)
        // A letter's page says how it was sent; nothing else of an address is taken into the form.
        let channel = request.query["channel"].flatMap(Channel.init).map { [FormBody.Field(name: "channel", value: $0.rawValue)] } ?? []
        return try form(view, typed: FormBody(channel), FormProblems(), token: ReportToken.make(site.world))
    }

    @Sendable func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference(), form = try await FormBody.read(request)
        let receipt: ReportReceipt
        do {
            var told = try ReportRequest(form, of: reference, for: reader, by: request.wantsJSON ? .program : .form)
            told.suspicion = gate.suspicion(
                of: NetworkMark.text(of: request, from: visitor.peer), quantity: told.quantity, token: told.token)
            receipt = try await record(told)
        } catch let problems as FormProblems {
            return try await refused(
                problems, form, request, try await site.reportView(of: reference, output: form["output"].flatMap(Int.init), for: reader))
        }
        await shell.remember(form["token"], request, reader, visitor)
        if request.wantsJSON { return try await .receipt(receipt, site.view(of: reference, for: reader)) }
        return .redirect(to: Links.thanks(reference, reader.language, receipt == .alreadyCounted ? .again : .counted), type: .normal)
    }

    @Sendable func thanks(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference(), view = try await site.view(of: reference, for: reader)
        // Thanks for letters that nobody wants any longer would ask for more of them.
        guard view.takesReports else { return .redirect(to: view.path(in: reader.language), type: .normal) }
        let kind = ThanksPage.Kind(request.query)
        let open = try await site.database.read { db in try db.actionsTakingLetters(on: reader.today, shownBy: reader.section.code) }
        let place = Place(
            path: { Links.thanks(reference, $0, kind) }, title: reader.text("thanks.page_title", ["reference": view.reference]), isPrivate: true)
        let page = ThanksPage(
            view, kind: kind, reach: site.reach, next: open.first { $0.reference != reference },
            layout: site.layout(place, for: reader), origin: site.origins.origin(of: reader.section)
        )
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    private func form(_ view: ActionView, typed: FormBody, _ problems: FormProblems, token: String, status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        let title = view.reader.text("report.page_title", ["reference": view.reference])
        let place = Place(path: { Links.report(view.action.reference, $0) }, title: title, isPrivate: true)
        let page = ReportPage(
            view, lateNote: view.lateNote, typed: typed, problems: problems, token: token, layout: site.layout(place, for: view.reader)
        )
        return .html(try site.views.render(page), status: status, language: view.reader.language.rawValue)
    }

    /// The token stays when it was good, so that the mended form is still the same report.
    private func refused(_ problems: FormProblems, _ typed: FormBody, _ request: Request, _ view: ActionView) async throws -> Response {
        let fresh = problems["token"] == nil ? nil : ReportToken.make(site.world)
        if request.wantsJSON { return .problems(problems, token: fresh, in: view.reader) }
        return try form(view, typed: typed, problems, token: fresh ?? typed["token"] ?? ReportToken.make(site.world), status: .unprocessableContent)
    }
}
