import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// Everything held about somebody, as a page and as JSON; and the end of it.
struct HeldRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/my/data", use: shell.answer(show))
        router.get(":language/my/data.json", use: shell.answer(export))
        router.get(":language/my/erase", use: shell.answer(ask))
        router.post(":language/my/erase", use: shell.answer(erase))
    }

    @Sendable private func show(_ asked: SupporterShell.Asked) async throws -> Response {
        let reader = asked.reader, supporter = try await shell.supporter(asked)
        let layout = shell.layout(reader.text("my.data"), reader) { Links.my($0, "data") }
        return try shell.page(HeldPage(try await asked.supporters.export(supporter.id), layout: layout, for: reader), reader)
    }

    @Sendable private func export(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked)
        return try .export(try await asked.supporters.export(supporter.id))
    }

    @Sendable private func ask(_ asked: SupporterShell.Asked) async throws -> Response {
        _ = try await shell.supporter(asked)
        return try await page(asked, canErase: asked.isFresh(at: shell.site.world.now()), .ok)
    }

    /// Whoever found an open browser is asked for a mailed link first.
    @Sendable private func erase(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked)
        _ = try await asked.request.body.collect(upTo: Limits.form)
        guard asked.isFresh(at: shell.site.world.now()) else { return try await page(asked, canErase: false, .forbidden) }
        try await asked.supporters.erase(supporter.id)
        return try shell.notice(.erased, { Links.my($0) }, asked.reader)
            .adding(cookie: SupporterCookie.session.removal(isSecure: asked.isSecure))
            .adding(cookie: SupporterCookie.fresh.removal(isSecure: asked.isSecure))
    }

    private func page(_ asked: SupporterShell.Asked, canErase: Bool, _ status: HTTPResponse.Status) async throws -> Response {
        let byMail = try await asked.supporters.home(session: asked.session ?? "").address != nil
        let layout = shell.layout(asked.reader.text("my.erase"), asked.reader) { Links.my($0, "erase") }
        return try shell.page(ErasePage(canErase: canErase, byMail: byMail, layout: layout, for: asked.reader), asked.reader, status)
    }
}
