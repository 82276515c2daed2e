import Campaign
import HTTPTypes
import Hummingbird

/// A form whose sender was signed out meanwhile: the door carries it on, and hands it back once they are in. Nothing typed is lost, and
/// nothing is saved before they press the button.
struct CarriedForm: Sendable {
    let shell: DeskShell

    /// What the names of its fields begin with while the door keeps it.
    private static let prefix = "carried."

    func answer(_ body: @escaping DeskShell.Answer) -> DeskShell.Answer {
        { request, visitor in
            let reader = try shell.site.reader(visitor, accepting: request.headers[.acceptLanguage])
            let isSecure = shell.site.origins.origin(of: reader.section).hasPrefix("https:")
            guard try await shell.atDesk(request, isSecure) == nil else { return try await body(request, visitor) }
            if request.wantsJSON {
                return .json(["title": reader.text("desk.authoring_signed_out")], ["status": 401], status: .unauthorized)
            }
            return try signIn(carrying: try await FormBody.read(request), to: request.uri.path, reader)
        }
    }

    private func signIn(carrying form: FormBody, to path: String, _ reader: Reader) throws -> Response {
        let title = reader.text("desk.sign_in_title")
        let door = DeskForm(
            to: DeskLinks.signIn, reader.text("desk.sign_in_button"),
            fields: [
                .init("login", reader.text("desk.login"), autocomplete: "username"),
                .init("password", reader.text("desk.password"), type: "password", autocomplete: "current-password"),
                .code(reader, FormProblems()),
            ],
            hidden: [HiddenField(fieldName: "next", fieldValue: DeskLinks.back(path))]
                + form.fields.map { HiddenField(fieldName: Self.prefix + $0.name, fieldValue: $0.value) })
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.authoring_carried_intro")], door, layout: shell.layout(title, reader), for: reader)
        return try shell.page(page, reader, .forbidden)
    }

    /// Kept through a wrong password as well.
    static func kept(_ door: FormBody) -> [HiddenField] {
        door.fields.filter { $0.name.hasPrefix(prefix) }.map { HiddenField(fieldName: $0.name, fieldValue: $0.value) }
    }

    /// After signing in: the form as it was typed, with a button to save it; nil when none was carried.
    static func page(_ door: FormBody, _ shell: DeskShell, _ reader: Reader) throws -> Response? {
        let fields = door.fields.filter { $0.name.hasPrefix(prefix) }
        guard !fields.isEmpty else { return nil }
        let title = reader.text("desk.authoring_carried_title")
        let form = DeskForm(
            to: DeskLinks.back(door["next"]), reader.text("desk.authoring_save"),
            hidden: fields.map { HiddenField(fieldName: String($0.name.dropFirst(prefix.count)), fieldValue: $0.value) })
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.authoring_carried_text")], form, layout: shell.layout(title, reader), for: reader)
        return try shell.page(page, reader)
    }
}
