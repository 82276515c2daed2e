import Campaign
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Passkeys: at the door, when a code would be asked for again, and one's own list of them.
///
/// A passkey belongs to one host. Who works at the desks of several sections makes one at each.
struct PasskeyRoutes: Sendable {
    let shell: DeskShell
    let passkeys: PasskeyOperations

    func add(to router: Router<Visitor>) {
        router.post("desk/sign-in/passkey/challenge", use: shell.open { _, reader, isSecure in try await door(reader, isSecure) })
        router.post("desk/sign-in/passkey", use: shell.open(isCounted: true, enter))
        router.get("desk/me/passkeys", use: shell.answer(.look) { try await list($0, FormProblems()) })
        router.post("desk/me/passkeys/challenge", use: shell.answer(.look, newChallenge))
        router.post("desk/me/passkeys", use: shell.answer(.look, needsCode: true, create))
        router.post("desk/me/passkeys/end", use: shell.answer(.look, needsCode: true, end))
        router.post("desk/code/passkey/challenge", use: shell.answer(.look, confirmChallenge))
        router.post("desk/code/passkey", use: shell.answer(.look, confirm))
    }

    private func door(_ reader: Reader, _ isSecure: Bool) async throws -> Response {
        let challenge = passkeys.open.challenge()
        return try options(PasskeyOptions(challenge.text, site(reader), known: []), challenge.ticket, isSecure)
    }

    @Sendable private func enter(_ request: Request, _ reader: Reader, _ isSecure: Bool) async throws -> Response {
        let form = try await FormBody.read(request), ticket = DeskCookie.passkey.value(in: request, isSecure: isSecure)
        do {
            guard let answer = PasskeyAnswer(form), let ticket else { throw PasskeyRefusal.over }
            let session = try await passkeys.open(answer, ticket: ticket, at: site(reader), browser: request.headers[.userAgent] ?? "")
            if let before = DeskCookie.session.value(in: request, isSecure: isSecure) { try await shell.desk.leave(token: before) }
            return await shell.entered(session, .redirect(to: DeskLinks.back(form["next"]), type: .normal), request, reader, isSecure)
        } catch let refusal as PasskeyRefusal {
            return try DeskEnterRoutes(shell: shell).signIn(form, FormProblems("login", refusal.message), reader, refusal.kind.status)
        }
    }

    private func list(_ asked: DeskShell.Asked, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, title = reader.text("desk.passkeys_title"), id = asked.at.member.id
        let known = try await shell.site.database.read { db in try db.passkeys(of: id) }
        let page = RoomPage(
            title: title, intro: [reader.text("desk.passkeys_text")], problems: problems, tables: [table(known, reader)],
            passkey: PasskeyPart(.add, script: shell.site.assets.path("passkey.js"), for: reader),
            layout: shell.layout(title, asked, at: DeskLinks.me), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func newChallenge(_ asked: DeskShell.Asked) async throws -> Response {
        guard asked.at.isProved(at: shell.site.world.now()) else {
            return try json(PasskeyDetour(next: DeskLinks.code + "?next=" + PasskeyLinks.list))
        }
        let site = site(asked.reader), (challenge, known) = try await passkeys.add.challenge(asked.at, at: site)
        return try options(PasskeyOptions(challenge.text, site, known: known, for: asked.at.member, asked.reader), challenge.ticket, asked.isSecure)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), ticket = DeskCookie.passkey.value(in: asked.request, isSecure: asked.isSecure)
        do {
            guard let new = NewPasskey(client: form["client"] ?? "", attestation: form["attestation"] ?? ""), let ticket else {
                throw PasskeyRefusal.over
            }
            try await passkeys.add(new, named: form["name"] ?? "", ticket: ticket, by: asked.at, at: site(asked.reader))
            return .redirect(to: PasskeyLinks.list, type: .normal)
        } catch let refusal as PasskeyRefusal {
            return try await list(asked, FormProblems("name", refusal.message))
        }
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        try await passkeys.remove(Passkey.ID(asked.form()["passkey"] ?? ""), of: asked.at.member.id)
        return .redirect(to: PasskeyLinks.list, type: .normal)
    }

    @Sendable private func confirmChallenge(_ asked: DeskShell.Asked) async throws -> Response {
        let site = site(asked.reader), (challenge, known) = try await passkeys.open.challenge(asked.at, at: site)
        return try options(PasskeyOptions(challenge.text, site, known: known), challenge.ticket, asked.isSecure)
    }

    @Sendable private func confirm(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), ticket = DeskCookie.passkey.value(in: asked.request, isSecure: asked.isSecure)
        do {
            guard let answer = PasskeyAnswer(form), let ticket else { throw PasskeyRefusal.over }
            let token = try await passkeys.open.confirm(answer, ticket: ticket, by: asked.at, at: site(asked.reader))
            return .redirect(to: DeskLinks.back(form["next"]), type: .normal)
                .adding(cookie: DeskCookie.session.set(token, isSecure: asked.isSecure))
        } catch let refusal as PasskeyRefusal {
            return try DeskEnterRoutes(shell: shell).code(form, FormProblems("code", refusal.message), asked, refusal.kind.status)
        }
    }

    /// The section's own host, and never the one a request named.
    private func site(_ reader: Reader) -> PasskeySite {
        PasskeySite(host: reader.section.host, origin: shell.site.origins.origin(of: reader.section))
    }

    private func options(_ options: PasskeyOptions, _ ticket: String, _ isSecure: Bool) throws -> Response {
        try json(options).adding(cookie: DeskCookie.passkey.set(ticket, isSecure: isSecure))
    }

    private func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }

    private func table(_ known: [Passkey], _ reader: Reader) -> DeskTable {
        let columns = ["desk.passkey_name", "desk.passkey_host", "desk.column_since", "desk.column_seen", "desk.column_do"].map { reader.text($0) }
        let rows = known.map { passkey in
            let end = DeskForm(
                to: PasskeyLinks.end, reader.text("desk.passkey_end"), hidden: [HiddenField(fieldName: "passkey", fieldValue: passkey.id.text)],
                isGrave: true)
            let used = passkey.usedAt.map(reader.moment) ?? reader.text("desk.passkey_unused")
            return [
                DeskTable.Cell(passkey.name), .init(passkey.host), .init(reader.moment(passkey.createdAt)),
                .init(passkey.fellBackAt == nil ? used : reader.text("desk.passkey_fell_back"), isLoud: passkey.fellBackAt != nil),
                .init("", buttons: [end]),
            ]
        }
        return DeskTable(reader.text("desk.passkeys_title"), columns: columns, rows: rows, empty: reader.text("desk.passkeys_none"))
    }
}

/// What a browser needs to ask an authenticator.
struct PasskeyOptions: Encodable {
    let challenge: String
    let host: String
    let known: [String]
    var siteName: String?
    var owner: String?
    var login: String?
    var name: String?

    init(_ challenge: String, _ site: PasskeySite, known: [String]) {
        self.challenge = challenge
        host = site.host
        self.known = known
    }

    init(_ challenge: String, _ site: PasskeySite, known: [String], for member: StaffMember, _ reader: Reader) {
        self.init(challenge, site, known: known)
        siteName = reader.section.name
        owner = member.id.text
        login = member.login.text
        name = member.name
    }
}

/// Where the browser has to go first.
private struct PasskeyDetour: Encodable {
    let next: String
}

extension PasskeyAnswer {
    fileprivate init?(_ form: FormBody) {
        self.init(
            credential: form["credential"] ?? "", client: form["client"] ?? "", statement: form["statement"] ?? "",
            signature: form["signature"] ?? "", owner: form["owner"] ?? "")
    }
}

extension DeskCookie {
    /// The ticket of a challenge: it opens nothing without the authenticator's signature.
    static let passkey = SupporterCookie(bareName: "amparo-passkey", seconds: 300, sameSite: "Strict")
}
