import Campaign
import Documents
import Hummingbird
import Storage

/// How an action ended: with an outcome, or early and for a reason. Either asks for a code before anything is typed.
struct EndingRoutes: Sendable {
    /// Reasons for which letters end early. That a day passed or a newer document came is seen without anybody saying it; what is unsafe is
    /// withdrawn, since a page that ended still shows every name.
    static let reasons: [EndReason] = [.success, .partialSuccess, .badOutcome, .error]

    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/outcome", use: shell.answer(.release, needsCode: true) { try await outcome($0, nil, FormProblems()) })
        router.post("desk/actions/:reference/outcome", use: shell.answer(.release, needsCode: true, close))
        router.get("desk/actions/:reference/end", use: shell.answer(.release, needsCode: true) { try await early($0, nil, FormProblems()) })
        router.post("desk/actions/:reference/end", use: shell.answer(.release, needsCode: true, end))
    }

    private func outcome(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let action = try await shell.ownAction(asked), reader = asked.reader, latest = action.outputs.last { $0.publishedAt != nil }
        func problem(_ field: String) -> String? { problems[field].map(reader.words.text) }
        let fields: [DeskForm.Field] =
            [
                .outcome(typed?["outcome"] ?? latest?.outcome?.rawValue, problem("outcome"), reader),
                .event(typed?["event_on"] ?? latest?.eventOn?.text, problem("event_on"), reader),
                .ended(typed?["on"] ?? latest?.ending?.on?.text, problem("on"), reader),
            ] + words(action, typed, reader)
        let form = DeskForm(to: DeskLinks.outcome(action.reference), reader.text("desk.close"), fields: fields, isGrave: true)
        return try shell.form(reader.text("desk.followup_close"), of: action, [reader.text("desk.close_text")], form, problems, asked)
    }

    private func words(_ action: Action, _ typed: FormBody?, _ reader: Reader) -> [DeskForm.Field] {
        let notes = action.outputs.last { $0.publishedAt != nil }?.notes.filter { $0.kind == .outcome } ?? []
        return action.spokenLanguages.enumerated().map { place, language in
            .area(
                "words-\(language.rawValue)", reader.text("desk.outcome_words", ["language": reader.name(of: language)]),
                hint: place == 0 ? reader.text("desk.outcome_words_hint") : nil,
                value: typed?["words-\(language.rawValue)"] ?? notes.first { $0.language == language }?.words ?? "")
        }
    }

    @Sendable private func close(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await shell.ownAction(asked), form = try await asked.form()
        var problems = FormProblems()
        let outcome = form["outcome"].flatMap(Outcome.init(rawValue:))
        if outcome == nil { problems.add("outcome", Message("desk.problem_outcome")) }
        let ended = form.pastDay("on", asked.reader.today, &problems), event = form.pastDay("event_on", asked.reader.today, &problems)
        guard problems.isEmpty else { return try await self.outcome(asked, form, problems) }
        let closing = Closing(
            outcome: outcome, endedOn: ended, eventOn: event, reason: nil, words: form.words("words", in: action.spokenLanguages))
        try await shell.desk.close(action.reference, closing, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }

    private func early(_ asked: DeskShell.Asked, _ typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let action = try await shell.ownAction(asked), reader = asked.reader
        let fields: [DeskForm.Field] = [
            .list(
                "reason", reader.text("desk.end_reason"), problem: problems["reason"].map(reader.words.text),
                [("", "–")] + Self.reasons.map { ($0.rawValue, reader.text("end.\($0.rawValue)")) }, chosen: typed?["reason"]),
            .ended(typed?["on"] ?? reader.today.text, problems["on"].map(reader.words.text), reader),
        ]
        let form = DeskForm(to: FollowUpLinks.end(action.reference), reader.text("desk.end_button"), fields: fields, isGrave: true)
        return try shell.form(reader.text("desk.followup_end"), of: action, [reader.text("desk.followup_end_text")], form, problems, asked)
    }

    @Sendable private func end(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await shell.ownAction(asked), form = try await asked.form()
        var problems = FormProblems()
        let reason = form["reason"].flatMap(EndReason.init(rawValue:)).flatMap { Self.reasons.contains($0) ? $0 : nil }
        if reason == nil { problems.add("reason", Message("desk.problem_end_reason")) }
        let ended = form.pastDay("on", asked.reader.today, &problems)
        guard problems.isEmpty else { return try await early(asked, form, problems) }
        try await shell.desk.close(
            action.reference, Closing(outcome: nil, endedOn: ended ?? asked.reader.today, reason: reason), by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }
}

extension FormBody {
    /// A day that is not ahead of `today`; nil when the field is empty.
    fileprivate func pastDay(_ name: String, _ today: Day, _ problems: inout FormProblems) -> Day? {
        let day = day(name, &problems)
        if let day, day > today { problems.add(name, Message("desk.problem_day")) }
        return day
    }
}

extension DeskForm.Field {
    fileprivate static func ended(_ typed: String?, _ problem: String?, _ reader: Reader) -> Self {
        .init(
            "on", reader.text("desk.ended_on"), hint: reader.text("desk.ended_on_hint"), type: "date", value: typed ?? "", problem: problem,
            isNeeded: false)
    }
}
