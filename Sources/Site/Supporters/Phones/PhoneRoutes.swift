import Campaign
import Documents
import Foundation
import Hummingbird

/// A number for text messages of the same-day list: given, shown to be one's own by a code, forgotten. Nothing of it is here without a gateway.
struct PhoneRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.post(":language/my/phone", use: shell.answer(give))
        router.post(":language/my/phone/forget", use: shell.answer(forget))
        router.get(":language/alerts/phone/:token", use: shell.answer { try page($0, FormProblems()) })
        router.post(":language/alerts/phone/:token", use: shell.answer(confirm))
        router.post("sms/incoming", use: answer)
    }

    @Sendable private func give(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form(), reader = asked.reader
        guard let phones = asked.supporters.phones else { return try shell.off(reader, asked.request) }
        do {
            guard let number = try PhoneField.number(form) else {
                var problems = FormProblems()
                problems.add("phone", Message("phone.problem"))
                throw problems
            }
            if let held = try shell.held(form, domain: "text messages", asked, to: { Links.my($0, "phone") }) { return held }
            return .redirect(to: Links.phone(try phones.request(supporter.id, number), reader.language), type: .normal)
        } catch let problems as FormProblems {
            return try await MyRoutes(shell: shell).page(asked, done: nil, form, problems)
        }
    }

    @Sendable private func forget(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked)
        _ = try await asked.request.body.collect(upTo: Limits.form)
        try await asked.supporters.forgetPhone(of: supporter.id)
        return .redirect(to: Links.my(asked.reader.language, done: .phoneForgotten), type: .normal)
    }

    @Sendable private func confirm(_ asked: SupporterShell.Asked) async throws -> Response {
        let form = try await asked.form()
        guard let phones = asked.supporters.phones else { return try shell.off(asked.reader, asked.request) }
        do {
            try await phones.confirm(token: try asked.token(), code: form["code"] ?? "")
        } catch let refusal as SupporterRefusal where refusal.isWrongCode {
            var problems = FormProblems()
            problems.add("code", refusal.message)
            return try page(asked, problems)
        }
        return try shell.notice(.phoneTaken, { Links.alerts($0) }, asked.reader)
    }

    private func page(_ asked: SupporterShell.Asked, _ problems: FormProblems) throws -> Response {
        let reader = asked.reader, token = try asked.token()
        let layout = shell.layout(reader.text("phone.code_title"), reader) { Links.phone(token, $0) }
        let page = PhoneCodePage(token: token, problems: problems, layout: layout, for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the gateway brings back from a number: POST with JSON `{"from", "text"}` and the bearer token by which it knows us.
    @Sendable private func answer(_ request: Request, _ visitor: Visitor) async throws -> Response {
        guard let phones = shell.supporters?.phones else { throw HTTPError(.notFound) }
        let expected = "Bearer " + phones.secret
        // hashes, so that the time tells nothing of the secret
        guard Digest.sha256(request.headers[.authorization] ?? "") == Digest.sha256(expected) else { throw HTTPError(.unauthorized) }
        let body = try await request.body.collect(upTo: 8_192)
        guard let message = try? JSONDecoder().decode(Incoming.self, from: Data(body.readableBytesView)),
            let number = MobileNumber(typed: message.from)
        else { throw HTTPError(.badRequest) }
        try await phones.forget(answer: message.text, from: number)
        return Response(status: .noContent)
    }

    private struct Incoming: Decodable {
        let from, text: String
    }
}

extension SupporterRefusal {
    fileprivate var isWrongCode: Bool { if case .wrongCode = self { true } else { false } }
}
