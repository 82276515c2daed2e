import Campaign
import Documents
import Hummingbird
import Mustache
import Storage
import TestSupport
import Testing

@testable import Site

/// A page with its type kept, so that it can be printed and compared with its template.
struct Sample {
    let template: String
    let render: (Views) throws -> String
    let check: ([String: String]) throws -> TemplateCheck
    /// By the library of templates alone, which looks into the page itself.
    let plainly: (MustacheLibrary) -> String?

    init<P: Page>(_ page: P) {
        template = P.template
        plainly = { $0.render(page, withTemplate: P.template) }
        render = { try $0.render(page) }
        check = { try TemplateCheck(page, sources: $0) }
    }
}

/// Pages of every kind, made as the routes make them: rich ones and bare ones.
struct SamplePages {
    let pages: SitePages
    let english: Reader
    private let german: Reader
    private let american: Reader

    init(_ pages: SitePages) throws {
        self.pages = pages
        english = try pages.reader("en")
        german = try pages.reader("de", in: .swiss)
        american = try pages.reader("en", in: .american)
    }

    func all() async throws -> [Sample] {
        try await fill()
        let first = try await actions() + addresses() + supporters() + desk() + imports() + translations() + letters() + reports() + groups()
        let second = try await packs() + lists() + errors() + guides() + atHome() + collections() + replies()
        return first + second + (try await searches()) + [Sample(CopyPage(english, site: pages.site))]
    }

    private func fill() async throws {
        try await pages.store.take(.wanjiru { $0.makeRich() })
        try await pages.store.take(.wanjiru { $0.makeRich() }, in: .swiss)
        try await pages.store.take(ActionDraft.wanjiru().translated(into: "fr") { $0.title = "Une journaliste arrêtée" })
        try await pages.store.tamper("UPDATE contact_point SET checked_on = '2019-05-01' WHERE channel = 'email'")
        try await pages.store.addWays()
        _ = try await ImportOfficials(database: pages.store.database, world: pages.store.world)(
            try CSVTable(Array(Self.register.utf8)), source: "officials.csv", by: "Rosa")
        try await pages.store.withReports { report in
            for channel in [Channel.post, .email] { _ = try await report(pages.store.form(channel: channel, quantity: 12)) }
        }
        try await pages.store.take(.bishnu(serial: 12, until: "2021-11-01"))
        try await pages.store.take(.bishnu(serial: 13, until: nil) { $0.makeBare() })
        try await pages.store.take(
            .bishnu(serial: 14, until: "2021-12-01") {
                $0.outputOrdinal = 3; $0.kind = .update; $0.previousReference = "https://example.org/2"
            })
        try await pages.store.take(.bishnu(serial: 15, until: "2022-02-01") { $0.demands = ["Protect him."] })
        try await pages.store.take(
            .bishnu(serial: 15, until: "2022-03-01") {
                $0.outputOrdinal = 2; $0.kind = .update; $0.call = "Write again."; $0.demands = ["Guard his house."]
            })
        try await pages.store.tamper("INSERT INTO output_note SELECT id, 'correction', 'en', 'He lives in Pokhara.' FROM output WHERE ordinal = 2")
        try await pages.store.tamper(
            """
            UPDATE output SET corrects = (SELECT f.id FROM output f WHERE f.action_id = output.action_id AND f.ordinal = 1) WHERE ordinal = 2
            """)
        try await pages.store.tamper("INSERT INTO output_note SELECT id, 'outcome', 'en', 'He went home.' FROM output WHERE act_until = '2021-11-01'")
    }

    private func actions() async throws -> [Sample] {
        let shown: [(Reference, Int?)] = [
            (.wanjiru, nil), (.bishnu(12), nil), (.bishnu(13), nil), (.bishnu(14), nil), (.bishnu(15), 1), (.bishnu(15), 2),
        ]
        var samples: [Sample] = []
        for reader in [english, german] {
            for (reference, ordinal) in shown {
                let view = try await pages.view(reference, output: ordinal, for: reader)
                var layout = pages.layout(reader)
                layout.sharing = SharingPart(view, origin: "http://localhost", hasCard: ordinal == nil)
                layout.offline = OfflinePart(view, pages.site)
                layout.remarks = [Layout.Remark(remarkText: "A copy.", remarkLinks: [Layout.Link(label: "The original", path: "/en/")])]
                samples.append(Sample(ActionPage(view, layout: layout, sections: pages.site.sections, documents: pages.site.documents)))
                samples.append(Sample(EmbedPage(view, origin: "http://localhost", stylesheet: "/assets/embed.css")))
            }
        }
        let abroad = try await pages.view(.bishnu(15), for: american)
        samples.append(Sample(ActionPage(abroad, layout: pages.layout(american), sections: pages.site.sections, documents: pages.site.documents)))
        return samples
    }

    /// A bounced address with another one instead, and an embassy that is accredited from elsewhere.
    private static let register = """
        kind,key,country,title_en,receiving,accredited_from,channel,place,state,state_on,email,checked_on
        office,ke-ag,KE,Attorney General,,,,,,,registry@example.org,2019-05-01
        contact,ke-ag,,,,,email,ag@example.org,bounced,2021-11-20,,
        mission,np-us,NP,Embassy of Nepal,US,CA,,,,,np.ottawa@example.org,
        """

    private func addresses() async throws -> [Sample] {
        var samples: [Sample] = []
        let layout = pages.layout(english, isPrivate: true)
        for reference in [Reference.wanjiru, .bishnu(15)] {
            let view = try await pages.view(reference, for: english)
            for (position, addressee) in (view.edition?.addressees ?? []).enumerated() {
                samples.append(Sample(AddressPage(view, addressee, number: position + 1, layout: layout)))
            }
        }
        return samples
    }

    /// Every way of sending, to somebody who can be reached by each; and forms with and without problems and advice.
    private func letters() async throws -> [Sample] {
        let desk = try WritingDesk(), layout = pages.layout(english, isPrivate: true)
        var samples: [Sample] = []
        for (view, words) in [
            (try await pages.view(for: english), nil), (try await pages.view(for: english), "Idiot! [TOWN]"),
            (try await pages.view(.bishnu(15), for: english), Self.long),
        ] {
            for way in SendingWay.allCases {
                let asked = ["addressee": "1", "language": words == nil ? "sw" : "en", "way": way.rawValue].map(FormBody.Field.init)
                guard var choice = LetterChoice(view, FormBody(asked + [FormBody.Field(name: "addressee", value: "2")]), at: desk) else { continue }
                choice.name = words == Self.long ? "" : "Rosa Quispe"
                choice.ownWords = words
                choice.instance = words == nil ? "nowhere" : "mastodon.example"
                guard let written = WrittenLetters(view, choice, at: desk, date: english.days) else { continue }
                samples += Self.results(written, desk, layout)
                for problems in [FormProblems(), Self.problems(["name", "place", "words", "way", "token", "addressee", "language"])] {
                    samples += [true, false].map {
                        Sample(WritePage(written, isChecked: $0, problems: problems, script: "/assets/draft.js", layout: layout))
                    }
                }
            }
        }
        // a day on which a rate is known, with the place where to look it up
        let later = try pages.reader("en", in: .swiss, on: Day("2024-12-02"))
        let posted = [
            (try await pages.view(for: german), "1", german), (try await pages.view(for: english), "3", english),
            (try await pages.view(for: later), "1", later),
        ]
        for (view, number, reader) in posted {
            let asked = [("addressee", number), ("language", "sw"), ("way", "post")].map { FormBody.Field(name: $0.0, value: $0.1) }
            guard var choice = LetterChoice(view, FormBody(asked), at: desk) else { continue }
            choice.ownWords = "Other words."
            guard let written = WrittenLetters(view, choice, at: desk, date: reader.days) else { continue }
            samples += Self.results(written, desk, layout)
            samples.append(Sample(WritePage(written, isChecked: true, problems: FormProblems(), script: "/assets/draft.js", layout: layout)))
        }
        return samples
    }

    /// A case in the readers' own country, without a model letter.
    private func atHome() async throws -> [Sample] {
        try await pages.store.take(
            .bishnu(serial: 16, until: "2022-02-01") {
                $0.country = Country("CH"); $0.letters = []; $0.call = "Ask for his protection."; $0.demands = ["Protect Bishnu Rai."]
            })
        let view = try await pages.view(.bishnu(16), for: german), desk = try WritingDesk(), layout = pages.layout(german, isPrivate: true)
        guard let choice = LetterChoice(view, FormBody(), at: desk), let written = WrittenLetters(view, choice, at: desk, date: german.days) else {
            return []
        }
        return [
            Sample(ActionPage(view, layout: pages.layout(german), sections: pages.site.sections, documents: pages.site.documents)),
            Sample(WritePage(written, isChecked: false, problems: FormProblems(), script: "/assets/draft.js", layout: layout)),
        ]
    }

    private static let long = String(repeating: "I ask you to see that Bishnu Rai is safe, and I add a word. ", count: 60)

    private static func results(_ written: WrittenLetters, _ desk: WritingDesk, _ layout: Layout) -> [Sample] {
        let frame = LetterFrame(written, script: "/assets/copy.js"), isOwn = written.choice.ownWords != nil
        switch written.choice.way {
        case .post: return [Sample(PostPage(written, frame, layout, canPrint: !isOwn))]
        case .email: return [Sample(MailPage(written, frame, layout, asking: desk.words))]
        case .fax: return [Sample(FaxPage(written, frame, layout, canPrint: true))]
        case .phone: return [Sample(PhonePage(written, frame, layout, at: desk, now: Instant(milliseconds: 0)))]
        case .x, .bluesky, .mastodon, .threads, .instagram, .facebook:
            return [Sample(NetworkPage(written, frame, layout, origin: "http://localhost"))]
        case .whatsapp, .telegram, .signal: return [Sample(MessengerPage(written, frame, layout))]
        case .contactForm: return [Sample(ContactFormPage(written, frame, layout))]
        case .solidarity: return [Sample(SolidarityPage(written, frame, layout, canPrint: true))]
        }
    }

    private func reports() async throws -> [Sample] {
        let open = try await pages.view(for: english), small = try await pages.view(.bishnu(15), for: english), next = try await summaries().first
        let layout = pages.layout(english, isPrivate: true)
        let typed = FormBody([FormBody.Field(name: "channel", value: "post"), FormBody.Field(name: "quantity", value: "many")])
        return [
            Sample(ReportPage(open, lateNote: nil, typed: FormBody(), problems: FormProblems(), token: "t", layout: layout)),
            Sample(
                ReportPage(
                    open, lateNote: "late", typed: typed, problems: Self.problems(["channel", "quantity", "token"]), token: "t", layout: layout)),
            Sample(ThanksPage(open, kind: .visit, reach: .both, next: next, layout: layout, origin: "http://localhost")),
            Sample(ThanksPage(small, kind: .again, next: nil, layout: layout, origin: "http://localhost")),
        ]
    }

    private func groups() async throws -> [Sample] {
        let group = try await pages.store.group(), layout = pages.layout(english, isPrivate: true)
        let views = [try await pages.view(for: english), try await pages.view(.bishnu(12), for: english)]
        let field = "77-21.1.fax", typed = FormBody([FormBody.Field(name: field, value: "many"), FormBody.Field(name: "sure", value: "1")])
        let problems = Self.problems([field, "77-21.1.post", "sure", "numbers"])
        return [
            Sample(FindGroupPage("", isUnknown: false, layout: layout, for: english)),
            Sample(FindGroupPage("K7QM", isUnknown: true, layout: layout, for: english)),
            Sample(GroupReportPage(group, views, typed: FormBody(), problems: FormProblems(), token: "t", layout: layout, for: english)),
            Sample(GroupReportPage(group, views, typed: typed, problems: problems, token: "t", layout: layout, for: english)),
            Sample(GroupReportPage(group, [], typed: FormBody(), problems: FormProblems(), token: "t", layout: layout, for: english)),
            Sample(GroupThanksPage(group, views, missed: [.wanjiru], isRepeated: true, layout: layout, for: english)),
            Sample(GroupThanksPage(group, [], missed: [], isRepeated: false, layout: layout, for: english)),
        ]
    }

    private func packs() async throws -> [Sample] {
        let view = try await pages.view(for: english), layout = pages.layout(english, isPrivate: true)
        let compose = try WritingDesk().compose
        let typed = PackForm(FormBody([FormBody.Field(name: "n.77-21.1", value: "many")]), isSent: true)
        let empty = PackForm(FormBody(), isSent: false), problems = Self.problems(["n.77-21.1", "group", "cases"])
        return [
            Sample(PackPage([view], empty, problems: FormProblems(), compose: compose, canMakePDF: true, layout: layout, for: english)),
            Sample(PackPage([view], typed, problems: problems, compose: compose, canMakePDF: true, layout: layout, for: english)),
            Sample(PackPage([], empty, problems: FormProblems(), compose: compose, canMakePDF: true, layout: layout, for: english)),
            Sample(PackPage([view], empty, problems: FormProblems(), compose: compose, canMakePDF: false, layout: layout, for: english)),
        ]
    }

    private func lists() async throws -> [Sample] {
        let actions = try await summaries(),
            counts = ArchiveCounts([ArchivePlace(year: 2021, month: 11): 2, ArchivePlace(year: 2020, month: nil): 1])
        let layout = pages.layout(english), archived = try await archivedActions()
        let bar = BarPart(label: "2021", path: "/en/archive/2021", count: 2, longest: 2, for: english)
        return [
            Sample(ListPage(actions, .all, layout: layout, for: english)),
            Sample(ListPage(actions, .country(try #require(Country("PE"))), layout: layout, for: english)),
            Sample(ListPage([], .topic(.torture), layout: layout, for: english)),
            Sample(ArchivePage(layout: layout, t: english.words.plainTexts, query: nil, searchPath: "/en/actions", hasYears: true, years: [bar])),
            Sample(ArchivePage(layout: layout, t: english.words.plainTexts, query: nil, searchPath: "/en/actions", hasYears: false, years: [])),
            Sample(ArchiveYearPage(2021, counts.months(of: 2021), [2022, 2021, 2020], title: "2021", layout: layout, for: english)),
            Sample(ArchiveYearPage(2019, [], [], title: "2019", layout: layout, for: english)),
            Sample(ArchiveMonthPage(archived, ArchiveCounts.Month(year: 2021, month: 11), counts, title: "November", layout: layout, for: english)),
            Sample(ArchiveMonthPage([], ArchiveCounts.Month(year: 2020, month: 0), ArchiveCounts([:]), title: "2020", layout: layout, for: english)),
        ]
    }

    private func errors() throws -> [Sample] {
        let layout = pages.layout(english, isPrivate: true)
        let failures: [Failure] = [
            Failure(status: .notFound, error: NotFound(query: "UA 1/99"), requestID: "1"),
            Failure(status: .internalServerError, error: nil, requestID: "2"),
            Failure(status: .conflict, error: LettersClosed(reference: .wanjiru), requestID: "3"),
        ]
        let request = Request(
            head: .init(method: .post, scheme: "http", authority: "localhost", path: "/en/actions/77-21/reports"), body: .init(buffer: .init()))
        return failures.map { Sample(ErrorPage($0, request, layout: layout, for: english)) }
    }

    private func guides() throws -> [Sample] {
        let guides = try Guides()
        var manyLanguages = pages.layout(english)
        manyLanguages.languageShown = "English"
        let layouts = [Guide.Name.about: manyLanguages]
        return Guide.Name.allCases.compactMap { name in
            guides.guide(name, in: "en").map {
                let layout = layouts[name] ?? pages.layout(english)
                return Sample(GuidePage($0.guide, in: $0.language, name: name, layout: layout, for: english))
            }
        }
    }

    func summaries() async throws -> [ActionSummary] {
        try await pages.store.database.read { [english] db in try db.actionsTakingLetters(on: english.today, shownBy: .international) }
    }

    private func archivedActions() async throws -> [ActionSummary] {
        try await pages.store.database.read { db in try db.archivedActions(year: 2021, month: 11, shownBy: .international) }
    }

    static func problems(_ fields: [String]) -> FormProblems {
        fields.reduce(into: FormProblems()) { $0.add($1, Message("report.problem_token")) }
    }
}
