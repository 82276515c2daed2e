import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// My urgent actions and its forms. Each form leads back to the page, which says what was done.
struct MyRoutes: Sendable {
    let shell: SupporterShell

    func add(to router: Router<Visitor>) {
        router.get(":language/my", use: shell.answer(show))
        router.post(":language/my/preferences", use: shell.answer(prefer))
        router.post(":language/my/follow", use: shell.answer { try await mark($0, .follow) })
        router.post(":language/my/unfollow", use: shell.answer { try await mark($0, .unfollow) })
        router.post(":language/my/pause", use: shell.answer(pause))
        router.post(":language/my/history", use: shell.answer(remember))
        router.post(":language/my/sharing", use: shell.answer(share))
        router.post(":language/my/address", use: shell.mailed(move))
    }

    @Sendable private func show(_ asked: SupporterShell.Asked) async throws -> Response {
        guard asked.session != nil else {
            if shell.site.hasMail { return try EnterRoutes(shell: shell).signIn(FormBody(), FormProblems(), nil, asked.reader) }
            return shell.site.hasPush
                ? .redirect(to: Links.browser(asked.reader.language), type: .normal) : try shell.off(asked.reader, asked.request)
        }
        return try await page(asked, done: asked.request.query["done"].flatMap(MyPage.Done.init), FormBody(), FormProblems())
    }

    @Sendable private func prefer(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form()
        do {
            let preferences = try Preferences(form, over: supporter.preferences, for: asked.reader)
            try await asked.supporters.changePreferences(supporter.id, preferences)
            return back(asked, .preferences)
        } catch let problems as FormProblems {
            return try await page(asked, done: nil, form, problems)
        }
    }

    private func mark(_ asked: SupporterShell.Asked, _ done: MyPage.Done) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form()
        guard let reference = form["action"].flatMap(Reference.init(slug:)) else { throw NotPublishedHere() }
        if done == .follow {
            try await asked.supporters.follow(supporter.id, FollowWish(reference, onlyOutcome: form["only_outcome"] == "1"))
        } else {
            try await asked.supporters.unfollow(supporter.id, reference)
        }
        return back(asked, done)
    }

    @Sendable private func pause(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form()
        if form["end"] == "1" {
            try await asked.supporters.pause(supporter.id, until: nil)
            return back(asked, .resume)
        }
        do {
            guard let day = try PausePart.day(form, for: asked.reader) else { throw PausePart.problem }
            try await asked.supporters.pause(supporter.id, until: day)
            return back(asked, .pause)
        } catch let problems as FormProblems {
            return try await page(asked, done: nil, form, problems)
        }
    }

    @Sendable private func remember(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form()
        let isOn = form["keep"] == "1", wantsOutcomes = isOn && form["outcomes"] == "1"
        try await asked.supporters.switchHistory(supporter.id, on: isOn, wantsOutcomes: wantsOutcomes)
        guard isOn && supporter.keepsHistory else { return back(asked, isOn ? .historyOn : .historyOff) }
        return back(asked, wantsOutcomes ? .outcomesOn : .outcomesOff)
    }

    @Sendable private func share(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), isOn = try await asked.form()["share"] == "1"
        try await asked.supporters.switchSharing(supporter.id, on: isOn)
        return back(asked, isOn ? .sharingOn : .sharingOff)
    }

    /// Whoever found an open browser does not take the alerts with them: a mailed link is asked for first.
    @Sendable private func move(_ asked: SupporterShell.Asked) async throws -> Response {
        let supporter = try await shell.supporter(asked), form = try await asked.form()
        guard asked.isFresh(at: shell.site.world.now()) else {
            let byMail = try await asked.supporters.home(session: asked.session ?? "").address != nil, title = asked.reader.text("my.address")
            let layout = shell.layout(title, asked.reader) { Links.my($0) }
            return try shell.page(StepUpPage(title, byMail: byMail, layout: layout, for: asked.reader), asked.reader, .forbidden)
        }
        do {
            try asked.supporters.requestNewAddress(supporter.id, form.address)
            return .redirect(to: Links.my(asked.reader.language, "address"), type: .normal)
        } catch let problems as FormProblems {
            return try await page(asked, done: nil, form, problems)
        }
    }

    private func back(_ asked: SupporterShell.Asked, _ done: MyPage.Done) -> Response {
        .redirect(to: Links.my(asked.reader.language, done: done), type: .normal)
    }

    func page(_ asked: SupporterShell.Asked, done: MyPage.Done?, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, home = try await asked.supporters.home(session: asked.session ?? "")
        guard home.supporter.section == reader.section.code else { throw SupporterRefusal.signedOut }
        let layout = shell.layout(reader.text("my.title"), reader) { Links.my($0) }
        let page = MyPage(
            home, done: done, typed: typed, problems: problems, hasMail: shell.site.hasMail, hasTexts: shell.site.hasTexts,
            script: shell.site.assets.path("draft.js"),
            layout: layout, for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }
}
