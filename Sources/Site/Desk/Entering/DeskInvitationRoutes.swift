import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

/// Coming in for the first time: a password, a phone that shows codes, and ten codes for paper.
struct DeskInvitationRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/enter/:token", use: { request, visitor in try await show(request, visitor, FormProblems()) })
        router.get("desk/enter/:token/code.svg", use: picture)
        router.post("desk/enter/:token", use: accept)
    }

    private func show(_ request: Request, _ visitor: Visitor, _ problems: FormProblems) async throws -> Response {
        let token = try visitor.token(), (member, timeCode) = try await shell.desk.accept.look(token)
        let reader = try reader(request, visitor, member), title = reader.text("desk.enter_title", ["name": member.name])
        let form = DeskForm(
            to: DeskLinks.invitation(token), reader.text("desk.enter_button"),
            fields: [
                .init("login", reader.text("desk.login"), value: member.login.text, autocomplete: "username"),
                .init(
                    "password", reader.text("desk.new_password"), hint: reader.text("desk.new_password_hint", ["n": String(Password.shortest)]),
                    type: "password", problem: problems["password"].map(reader.words.text), autocomplete: "new-password"),
                .code(reader, problems),
            ])
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.enter_intro")], form, problems: problems,
            picture: (
                DeskLinks.invitationPicture(token), reader.text("desk.enter_picture"), reader.text("desk.enter_by_hand", ["key": timeCode.base32])
            ),
            layout: shell.layout(title, reader), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func picture(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (member, timeCode) = try await shell.desk.accept.look(try visitor.token()), reader = try reader(request, visitor, member)
        guard let code = QRCode(timeCode.address(issuer: reader.section.name, login: member.login)) else { throw NotPublishedHere() }
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(string: code.svg(saying: "").text)))
    }

    @Sendable private func accept(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let token = try visitor.token(), form = try await FormBody.read(request)
        do {
            let (member, _) = try await shell.desk.accept.look(token), reader = try reader(request, visitor, member)
            let codes = try await shell.desk.accept(token, password: form["password"] ?? "", code: form["code"] ?? "")
            let title = reader.text("desk.codes_title")
            let table = DeskTable(title, columns: [reader.text("desk.code")], rows: codes.printed.map { [.init($0)] }, empty: "")
            let page = DeskTablePage(
                title: title, intro: [reader.text("desk.codes_intro")], tables: [table],
                forms: [], layout: shell.layout(title, reader), for: reader)
            return try shell.page(page, reader)
        } catch let problems as FormProblems {
            return try await show(request, visitor, problems)
        }
    }

    private func reader(_ request: Request, _ visitor: Visitor, _ member: StaffMember) throws -> Reader {
        try shell.site.deskReader(visitor, preferring: [member.language.rawValue], accepting: request.headers[.acceptLanguage])
    }
}

extension Visitor {
    fileprivate func token() throws -> String {
        guard let token = parameters.get("token") else { throw NotPublishedHere() }
        return token
    }
}
