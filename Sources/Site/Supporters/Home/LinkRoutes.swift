import Campaign
import Documents
import Hummingbird

/// The pages of the other mailed links: a new address, and staying. Each has one button; opening it changes nothing.
struct LinkRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/my/address", use: shell.answer { try shell.notice(.addressSent, { Links.my($0, "address") }, $0.reader) })
        router.get(
            ":language/my/address/:token",
            use: shell.answer { try press($0, "my.address_confirm_title", "alerts.confirm_intro", "my.address_confirm_button", Links.newAddress) })
        router.post(":language/my/address/:token", use: shell.answer(move))
        router.get(
            ":language/my/stay/:token",
            use: shell.answer { try press($0, "alerts.stay_title", "alerts.stay_intro", "alerts.stay_button", Links.stay) })
        router.post(":language/my/stay/:token", use: shell.answer(stay))
    }

    @Sendable private func move(_ asked: SupporterShell.Asked) async throws -> Response {
        _ = try await asked.supporters.confirmNewAddress(token: try asked.token())
        return try shell.notice(.addressChanged, { Links.my($0, "address") }, asked.reader)
    }

    @Sendable private func stay(_ asked: SupporterShell.Asked) async throws -> Response {
        _ = try await asked.supporters.stay(token: try asked.token())
        return try shell.notice(.stayed, { Links.my($0) }, asked.reader)
    }

    private func press(
        _ asked: SupporterShell.Asked, _ title: String, _ intro: String, _ button: String, _ path: @escaping @Sendable (String, Language) -> String
    ) throws -> Response {
        let reader = asked.reader, token = try asked.token(), words = reader.words
        let layout = shell.layout(words.text(title), reader) { path(token, $0) }
        let page = PressPage(
            layout: layout, t: words.plainTexts, title: words.text(title), intro: words.text(intro), pressPath: path(token, reader.language),
            pressLabel: words.text(button))
        return try shell.page(page, reader)
    }
}
