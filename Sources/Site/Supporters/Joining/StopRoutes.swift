import Campaign
import Documents
import Hummingbird

/// Ending alerts, as RFC 8058 has it: GET shows a button, one POST ends them and is answered with 200, whoever sends it and in whatever form.
struct StopRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/alerts/stop/:token", use: shell.answer(show))
        router.post(":language/alerts/stop/:token", use: shell.answer(stop))
    }

    @Sendable private func show(_ asked: SupporterShell.Asked) async throws -> Response {
        let reader = asked.reader, token = try asked.token()
        let layout = shell.layout(reader.text("alerts.stop_title"), reader) { Links.stop(token, $0) }
        return try shell.page(StopPage(token: token, layout: layout, for: reader), reader)
    }

    /// The body says `List-Unsubscribe=One-Click`, URL-encoded or as multipart/form-data. It is read and not judged: there is nothing else that
    /// a POST to this address could mean.
    @Sendable private func stop(_ asked: SupporterShell.Asked) async throws -> Response {
        let token = try asked.token()
        _ = try await asked.request.body.collect(upTo: Limits.form)
        try await asked.supporters.unsubscribe(token: token)
        return try shell.notice(.stopped, { Links.stop(token, $0) }, asked.reader)
    }
}
