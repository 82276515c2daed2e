import Campaign
import Documents
import Hummingbird
import Storage

/// The register at a glance: offices and missions, who holds them, how they are reached, and when somebody last looked.
struct RegisterListRoutes: Sendable {
    private static let most = 200

    let shell: DeskShell
    let register: RegisterOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/officials", use: shell.answer(.look) { try await index($0, missions: false, FormBody(), FormProblems()) })
        router.get("desk/missions", use: shell.answer(.look) { try await index($0, missions: true, FormBody(), FormProblems()) })
        router.post("desk/officials", use: shell.answer(.keepRegister) { try await create($0, missions: false) })
        router.post("desk/missions", use: shell.answer(.keepRegister) { try await create($0, missions: true) })
    }

    private func index(_ asked: DeskShell.Asked, missions: Bool, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, title = reader.text(missions ? "desk.missions_title" : "desk.officials_title")
        let found = try await found(asked, missions: missions), query = asked.request.query
        let shown = found.prefix(Self.most), table = missions ? self.missions(Array(shown), reader) : offices(Array(shown), reader)
        let mayKeep = asked.at.member.duties.allow(.keepRegister, in: reader.section.code)
        let intro = found.count > Self.most ? [reader.text("desk.register_more", ["n": String(Self.most), "all": String(found.count)])] : []
        let page = RoomPage(
            title: title, intro: intro, problems: problems, finders: [finder(query, missions: missions, reader)], tables: [table],
            forms: mayKeep ? [OfficeFields(reader, typed, problems).new(missions: missions)] + RegisterTableRoutes.forms(reader) : [],
            layout: shell.layout(title, asked, at: missions ? RegisterLinks.missions : RegisterLinks.officials), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func create(_ asked: DeskShell.Asked, missions: Bool) async throws -> Response {
        let form = try await asked.form(), key = form["key"] ?? ""
        let known = try await shell.site.database.read { db in try db.official(key) }
        if known != nil { return try await index(asked, missions: missions, form, FormProblems("key", Message("desk.register_known", ["key": key]))) }
        let table = OfficeFields.table(form, kind: missions ? "mission" : "office", today: asked.reader.today, by: asked.at.member.name)
        let result = try await register.take(table, source: "desk", by: asked.at.member.id.text)
        if let problem = result.problems.first { return try await index(asked, missions: missions, form, FormProblems("key", problem.message)) }
        return .redirect(to: RegisterLinks.office(key), type: .normal)
    }

    private func found(_ asked: DeskShell.Asked, missions: Bool) async throws -> [Official] {
        let query = asked.request.query, today = asked.reader.today
        let words = (query["q"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let country = Country(query["country"] ?? ""), receiving = Country(query["receiving"] ?? ""), state = Checking(rawValue: query["state"] ?? "")
        let all = try await shell.site.database.read { db in try db.register() }.sorted
        return all.filter { official in
            (official.facts.seat != nil) == missions && official.matches(words) && (country == nil || official.facts.country == country)
                && (receiving == nil || official.facts.seat?.receiving == receiving) && (state == nil || official.checking(on: today) == state)
        }
    }

    private func finder(_ query: FormBody, missions: Bool, _ reader: Reader) -> SettingForm {
        let states = [("", reader.text("desk.register_any"))] + Checking.allCases.map { ($0.rawValue, reader.text("desk.checking_\($0.rawValue)")) }
        let country = SettingField(
            .line, "country", reader.text(missions ? "desk.register_sending" : "desk.section_country"), value: query["country"] ?? "",
            id: "find-country")
        let receiving = SettingField(
            .line, "receiving", reader.text("desk.register_receiving"), value: query["receiving"] ?? "", id: "find-receiving")
        return SettingForm(
            to: missions ? RegisterLinks.missions : RegisterLinks.officials, reader.text("desk.register_find"), isSearch: true,
            [SettingField(.line, "q", reader.text("desk.register_words"), value: query["q"] ?? "", type: "search", id: "find-q"), country]
                + (missions ? [receiving] : [])
                + [SettingField(.list, "state", reader.text("desk.register_state"), value: query["state"] ?? "", options: states, id: "find-state")])
    }

    private func offices(_ officials: [Official], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.officials_title"),
            columns: ["desk.register_office", "desk.section_country", "desk.register_holder", "desk.register_ways", "desk.register_state"].map {
                reader.text($0)
            },
            rows: officials.map { official in
                [
                    title(of: official, reader), .init(official.facts.country.name(in: reader.language)),
                    .init(official.holder(on: reader.today)?.name ?? "–"), .init(ways(of: official, reader)), state(of: official, reader),
                ]
            }, empty: reader.text("desk.register_none"))
    }

    private func missions(_ missions: [Official], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.missions_title"),
            columns: [
                "desk.register_office", "desk.register_sending", "desk.register_receiving", "desk.register_holder", "desk.register_ways",
                "desk.register_state",
            ].map { reader.text($0) },
            rows: missions.map { mission in
                [
                    title(of: mission, reader), .init(mission.facts.country.name(in: reader.language)),
                    .init(mission.facts.seat?.receiving.name(in: reader.language) ?? "–"), .init(mission.holder(on: reader.today)?.name ?? "–"),
                    .init(ways(of: mission, reader)), state(of: mission, reader),
                ]
            }, empty: reader.text("desk.register_none"))
    }

    private func title(of official: Official, _ reader: Reader) -> DeskTable.Cell {
        .init(official.facts.titles.text(in: reader.languages) ?? official.key, to: RegisterLinks.office(official.key))
    }

    private func ways(of official: Official, _ reader: Reader) -> String {
        let channels = Channel.allCases.filter { channel in official.contacts.contains { $0.channel == channel && $0.isUsable } }
        return channels.isEmpty ? "–" : channels.map { reader.text("channel.\($0.rawValue)") }.joined(separator: ", ")
    }

    private func state(of official: Official, _ reader: Reader) -> DeskTable.Cell {
        let checking = official.checking(on: reader.today)
        return .init(reader.text("desk.checking_\(checking.rawValue)"), isLoud: checking == .failing || checking == .overdue)
    }
}
