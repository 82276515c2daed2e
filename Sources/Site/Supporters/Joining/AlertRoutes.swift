import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Signing up by an address, and confirming it by the button on the page that the mailed link opens.
struct AlertRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/alerts", use: shell.mailed(new))
        router.post(":language/alerts", use: shell.mailed(create))
        router.get(":language/alerts/sent", use: shell.answer { try shell.notice(.sent, Links.alertsSent, $0.reader) })
        router.get(":language/alerts/welcome", use: shell.answer { try shell.notice(.confirmed, Links.alertsWelcome, $0.reader) })
        router.get(":language/alerts/confirm/:token", use: shell.answer(show))
        router.post(":language/alerts/confirm/:token", use: shell.answer(confirm))
        router.post(":language/actions/:reference/follow", use: published(thenAnswer: shell.answer(follow)))
    }

    /// What is withdrawn, or not published here, is said first: whether alerts are set up is beside the point.
    private func published(thenAnswer answer: @escaping SupporterShell.Answer) -> SupporterShell.Answer {
        { [shell] request, visitor in
            _ = try await shell.site.view(of: visitor.reference(), for: shell.site.reader(visitor))
            return try await answer(request, visitor)
        }
    }

    @Sendable private func new(_ asked: SupporterShell.Asked) async throws -> Response {
        let query = asked.request.query, view = try await shell.followed(query["action"], asked.reader)
        return try page(shell.usual(view, asked.reader), view, FormBody(), FormProblems(), nil, asked.reader)
    }

    /// A form that is wrong, looks mistyped or comes in a flood is shown again; nothing was sent then. Whatever address it is, the answer is one.
    @Sendable private func create(_ asked: SupporterShell.Asked) async throws -> Response {
        let reader = asked.reader, form = try await asked.form(), view = try await shell.followed(form["action"], reader)
        var preferences = shell.usual(view, reader), problems = FormProblems()
        var pause: Day?, phone: MobileNumber?
        do { preferences = try Preferences(form, over: preferences, for: reader) } catch { problems = error }
        if shell.site.hasTexts { do { phone = try PhoneField.number(form) } catch { problems.add(error) } }
        do { pause = try PausePart.day(form, for: reader) } catch { problems.add(error) }
        do {
            let wish = view.map { FollowWish($0.action.reference) }
            let wanted = try SignUpRequest(
                address: form.address, section: reader.section, preferences: preferences, pausedUntil: pause, follow: wish, phone: phone)
            if !problems.isEmpty { throw problems }
            if let suggestion = SuggestionPart(form, for: reader) { return try page(preferences, view, form, problems, suggestion, reader) }
            if let held = try shell.held(form, domain: form.domain, asked, to: { Links.alerts($0) }) { return held }
            try asked.supporters.signUp(wanted)
            return .redirect(to: Links.alertsSent(reader.language), type: .normal)
        } catch let found as FormProblems {
            problems.add(found)
            return try page(preferences, view, form, problems, nil, reader, .unprocessableContent)
        }
    }

    @Sendable private func show(_ asked: SupporterShell.Asked) async throws -> Response {
        let reader = asked.reader, token = try asked.token(), now = shell.site.world.now()
        let pending = try await shell.site.database.read { db in try db.pendingSignUp(token, at: now) }
        guard let pending, pending.supporter.section == reader.section.code else { throw SupporterRefusal.linkOver }
        let layout = shell.layout(reader.text("alerts.confirm_title"), reader) { Links.confirm(token, $0) }
        let followed = pending.follows.map(reader.printed)
        return try shell.page(
            ConfirmPage(
                pending.supporter.preferences, pausedUntil: pending.supporter.pausedUntil, followed: followed, token: token, layout: layout,
                for: reader), reader)
    }

    @Sendable private func confirm(_ asked: SupporterShell.Asked) async throws -> Response {
        let confirmation = try await asked.supporters.confirm(token: try asked.token())
        if let phone = try await asked.supporters.phones?.request.afterConfirming(confirmation.supporter) {
            return .redirect(to: Links.phone(phone, asked.reader.language), type: .normal)
        }
        return .redirect(to: Links.alertsWelcome(asked.reader.language), type: .normal)
    }

    /// Signed in: followed at once. Else to the form, with the action in it.
    @Sendable private func follow(_ asked: SupporterShell.Asked) async throws -> Response {
        let reference = try asked.visitor.reference(), language = asked.reader.language
        _ = try await asked.request.body.collect(upTo: Limits.form)
        do {
            let supporter = try await shell.supporter(asked)
            try await asked.supporters.follow(supporter.id, FollowWish(reference))
            return .redirect(to: Links.my(language, done: .follow), type: .normal)
        } catch SupporterRefusal.signedOut {
            let form = shell.site.hasMail ? Links.alerts(language, following: reference) : Links.browser(language, following: reference)
            return .redirect(to: form, type: .normal)
        }
    }

    private func page(
        _ preferences: Preferences, _ view: ActionView?, _ typed: FormBody, _ problems: FormProblems, _ suggestion: SuggestionPart?, _ reader: Reader,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let reference = view?.action.reference, isPlain = reference == nil && typed.fields.isEmpty
        let layout = shell.layout(reader.text("alerts.title"), reader, isPrivate: !isPlain) { Links.alerts($0, following: reference) }
        let page = SignUpPage(
            preferences, following: view, typed: typed, problems: problems, suggestion: suggestion, hasPush: shell.site.hasPush,
            hasTexts: shell.site.hasTexts, layout: layout, for: reader)
        return try shell.page(page, reader, status)
    }
}
