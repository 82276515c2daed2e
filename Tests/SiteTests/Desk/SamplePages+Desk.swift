import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign
@testable import Site

extension SamplePages {
    /// Every page of the desk, with something in each part and with nothing.
    func desk() async throws -> [Sample] {
        let layout = try deskLayout(), reader = english
        let hidden = [HiddenField(fieldName: "job", fieldValue: "1")]
        let button = DeskForm(to: "/desk/jobs/drop", "Drop", hidden: hidden, isGrave: true)
        let full = DeskTable(
            "Jobs", columns: ["Work", "To do"], rows: [[.init("alert.select", to: "/desk/jobs", isLoud: true), .init("", buttons: [button])]],
            empty: "Nothing")
        let bare = DeskTable("Jobs", columns: ["Work"], rows: [], empty: "Nothing")
        let form = DeskForm(
            to: "/desk/staff", "Invite", heading: "Invite somebody", explanation: "It opens once.",
            fields: [
                .init("login", "Name", hint: "Letters", value: "rosa", problem: "Taken"), .init("other", "Other"),
                .list("role", "Role", [("editor", "Editor"), ("admin", "Admin")], chosen: "admin"), .tick("same_day", "At once"),
                .area("words", "Words", hint: "Two sentences", value: "Home.", problem: "Say more"), .area("more", "More"),
            ], hidden: hidden)
        let text = AlertText(language: "en", subject: "Kenya: write", plain: "Write.\n", html: "<p>Write.</p>", short: "Write")
        return [
            Sample(
                DeskTablePage(
                    title: "Jobs", intro: ["What is left."],
                    secret: .init(secretLabel: "Copy it", secretText: "whsec_x", copyScript: "/assets/copy.js"),
                    tables: [full, bare], forms: [form, button], layout: layout, for: reader)),
            Sample(DeskTablePage(title: "Jobs", intro: [], tables: [], forms: [], layout: layout, for: reader)),
            Sample(
                CountingPage(
                    title: "Counting", notice: "Entered", problems: Self.problems(["action"]),
                    entry: DeskForm(to: "/desk/counting", "Enter", fields: [.init("action", "Action", problem: "None")]), hasTable: true,
                    tables: [full, bare], correction: form, layout: layout, for: reader)),
            Sample(
                CountingPage(
                    title: "Counting", notice: nil, problems: FormProblems(), entry: nil, hasTable: false, tables: [bare], correction: nil,
                    layout: layout, for: reader)),
            Sample(CountTablePage(title: "Table", Self.countTable, [.known], text: "a", layout: layout, for: reader)),
            Sample(CountTablePage(title: "Table", Self.countTable, [.counts(Self.counted)], text: "a", layout: layout, for: reader)),
            tallyPage(layout),
            try statisticsPage(layout, isFull: true), try statisticsPage(layout, isFull: false),
            Sample(
                DeskActionsPage(
                    DeskPage(entries: try await entries(), next: "2021.12.UA"), DeskFilter(FormBody([.init(name: "q", value: "50% more")])),
                    ([try #require(Country("KE"))], [2021]), title: "Actions", newPath: "/desk/actions/new",
                    layout: layout, for: reader)),
            Sample(
                DeskActionsPage(DeskPage(entries: [], next: nil), DeskFilter(), ([], []), title: "Actions", layout: layout, for: reader)),
            Sample(DeskLogPage(title: "Log", intro: ["What was done."], table: full, earlierPath: "/desk/log?before=3", layout: layout, for: reader)),
            Sample(DeskLogPage(title: "Log", intro: [], table: bare, earlierPath: nil, layout: layout, for: reader)),
            Sample(DeskAlertPage(title: "Alert", intro: ["Draft"], texts: [text], tables: [full], forms: [button], layout: layout, for: reader)),
            Sample(
                DeskFormPage(
                    title: "Sign in", intro: ["For staff."], form, problems: Self.problems(["login"]), picture: ("/code.svg", "A code", "Scan it"),
                    layout: layout, for: reader)),
            Sample(renaming([true, false].map(place), hidden, layout)), Sample(renaming([], [], layout)),
            Sample(DeskFormPage(title: "Sign in", intro: [], form, layout: layout, for: reader)),
            Sample(
                DeskFormPage(
                    title: "Sign in", intro: [], form, passkey: PasskeyPart(.enter, script: "/s.js", next: "/desk", for: reader), layout: layout,
                    for: reader)),
        ] + rooms(full, layout) + authoring(layout) + editions(full, form, layout)
    }

    private func rooms(_ table: DeskTable, _ layout: Layout) -> [Sample] {
        let reader = english
        let kinds: [SettingField.Kind] = [.line, .lines, .list, .tick, .colour, .file]
        let fields = { (group: String) in
            kinds.enumerated().flatMap { place, kind in
                [
                    SettingField(kind, "bare \(group) \(place)", "Bare"),
                    SettingField(
                        kind, "full", "Full", hint: "So", value: "#000000", problem: "No", options: [("#000000", "One"), ("b", "Two")],
                        isNeeded: true,
                        isChosen: true, accepts: "image/png", id: "\(group)-\(place)"),
                ]
            }
        }
        let form = SettingForm(
            to: "/desk/section/int", "Save", heading: "Section", explanation: "So", [SettingField(.line, "host", "Host")] + fields("a"),
            groups: [.init(legend: "More", settings: fields("b"))], hidden: [("a", "b")], isGrave: true)
        let finder = SettingForm(to: "/desk/section/int", "Find", isSearch: true, fields("c"))
        var dressed = layout
        dressed.look = "/look/int-1.css"
        dressed.logo = .init(picturePath: "/look/int-1.png", pictureWords: "A logo", width: 2, height: 1)
        let passkey = PasskeyPart(.add, script: "/s.js", for: reader)
        return [
            Sample(
                RoomPage(
                    title: "Section", intro: ["So"],
                    tabs: [Layout.Link(label: "One", path: "/desk/section", isCurrent: true), Layout.Link(label: "Two", path: "/")],
                    problems: Self.problems(["host"]), notice: "Done", picture: dressed.logo, finders: [finder], tables: [table], forms: [form],
                    passkey: passkey,
                    layout: dressed, for: reader)),
            Sample(RoomPage(title: "Section", layout: layout, for: reader)),
        ]
    }

    private func entries() async throws -> [DeskEntry] {
        try await pages.store.database.read { db in
            try db.deskPage(DeskFilter(), of: .international, in: "en", since: Day(number: 0), limit: 5).entries
        }
    }

    private func editions(_ table: DeskTable, _ form: DeskForm, _ layout: Layout) -> [Sample] {
        let area = EditionArea(
            areaName: "copies", areaLabel: "Copies", areaHint: "The embassy", areaLang: "de", areaRows: "6", areaValue: "name: Elena",
            areaProblem: "Not understood", theirs: "office: Embassy")
        let bare = EditionArea(
            areaName: "targets", areaLabel: "Targets", areaHint: nil, areaLang: nil, areaRows: "6", areaValue: "", areaProblem: nil, theirs: nil)
        let language = PackOption(optionValue: "de", label: "German", isChosen: true)
        return [
            Sample(
                EditionPage(
                    layout: layout, t: english.words.plainTexts, title: "UA 77/21", intro: ["Adopted."], publicPath: "/en/", hasProblems: true,
                    problemsTitle: "Two problems", problems: ProblemPart.all(Self.problems(["copies"]), in: english.words), tables: [table],
                    adoptForms: [DeskForm(to: "/desk/editions/77-21/1/adoption", "Adopt")], adaptPath: "/desk/editions/77-21/1/adaptation",
                    dayValue: "2022-01-03", dayHint: "Theirs",
                    dayProblem: "Past", textLanguages: [language], areas: [area, bare], forms: [form])),
            Sample(
                EditionPage(
                    layout: layout, t: english.words.plainTexts, title: "UA 77/21", intro: [], publicPath: "/en/", hasProblems: false,
                    problemsTitle: nil, problems: [], tables: [], adoptForms: [], adaptPath: nil, dayValue: "", dayHint: "", dayProblem: nil,
                    textLanguages: [], areas: [], forms: [])),
        ]
    }

    private func renaming(_ places: [RenamingPlace], _ hidden: [HiddenField], _ layout: Layout) -> RenamingPage {
        RenamingPage(
            title: "A name", intro: ["UA 77/21"], places, hidden: hidden, formPath: "/desk/actions/77-21/renaming", layout: layout, for: english)
    }

    private func place(isSure: Bool) -> RenamingPlace {
        let text = CaseText(
            table: "text", column: "lead", key: ["o", "en"], language: isSure ? "en" : nil, isMarkup: false, words: "Wanjiru is held.")
        return RenamingPlace(
            text,
            NameHit(
                range: text.words.startIndex..<text.words.index(text.words.startIndex, offsetBy: 7), found: "Wanjiru", replacement: "W.",
                isSure: isSure),
            0)
    }

    func deskLayout() throws -> Layout {
        let desk = try DeskOperations(database: pages.store.database, world: pages.store.world, keyring: .still())
        var layout = DeskShell(site: pages.site, desk: desk).layout("The desk", english)
        layout.more = Layout.More([.init(label: "Log", path: "/desk/log", isCurrent: true), .init(label: "Jobs", path: "/desk/jobs")])
        return layout
    }
}
