import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// The steps of a manuscript from its writer to its readers.
struct StageRoutes: Sendable {
    let parts: AuthoringShell

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.post("desk/actions/:reference/outputs/:ordinal/review", use: shell.answer(.write, review))
        router.post("desk/actions/:reference/outputs/:ordinal/cancellation", use: shell.answer(.write, cancel))
        router.post("desk/actions/:reference/outputs/:ordinal/approval", use: shell.answer(.release, needsCode: true, approve))
        router.post("desk/actions/:reference/outputs/:ordinal/moment", use: shell.answer(.release, needsCode: true, moment))
        router.post("desk/actions/:reference/outputs/:ordinal/publication", use: shell.answer(.release, needsCode: true, publish))
    }

    private func move(_ step: MoveManuscript.Step, _ asked: DeskShell.Asked) async throws -> Response {
        let place = try await parts.place(asked)
        _ = try await parts.authoring.move(step, of: place.reference, place.ordinal, for: place.section, by: asked.at.member.id)
        return .redirect(to: AuthoringLinks.editor(place.reference, place.ordinal), type: .normal)
    }

    @Sendable private func review(_ asked: DeskShell.Asked) async throws -> Response {
        try await move(try await asked.form()["do"] == "back" ? .giveBack : .ask, asked)
    }

    @Sendable private func approve(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), isOne = form["one"] != nil
        guard !isOne || form["emergency"] != nil else {
            return try parts.shell.notice(Message("desk.authoring_emergency_unticked"), asked, status: .unprocessableContent)
        }
        return try await move(.approve(seen: Int(form["seen"] ?? "") ?? 0, isEmergency: isOne), asked)
    }

    @Sendable private func moment(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), typed = (form["moment"] ?? "").filter { !$0.isWhitespace }
        let instant = typed.isEmpty ? nil : LocalMoment.instant(typed, in: asked.reader.section.timeZone)
        guard typed.isEmpty || instant != nil else {
            return try parts.shell.notice(Message("desk.authoring_problem_moment"), asked, status: .unprocessableContent)
        }
        return try await move(form["for"] == "embargo" ? .embargo(instant) : .schedule(instant), asked)
    }

    @Sendable private func cancel(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), reason = String((form["reason"] ?? "").filter { !$0.isNewline }.prefix(500))
        if form["do"] == "resume" { return try await move(.resume, asked) }
        guard reason.contains(where: \.isLetter) else {
            return try parts.shell.notice(Message("desk.problem_reason"), asked, status: .unprocessableContent)
        }
        return try await move(.cancel(reason: reason), asked)
    }

    @Sendable private func publish(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try await parts.place(asked)
        _ = try await parts.authoring.publish(place.reference, ordinal: place.ordinal, for: place.section, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(place.reference), type: .normal)
    }
}
