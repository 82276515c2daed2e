import Campaign
import Documents
import Hummingbird
import Storage

/// What a section decides about itself, set by its admin; by an admin of the international section for every section, and a new one.
struct SectionRoutes: Sendable {
    let shell: DeskShell
    let sections: SectionOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/section", use: shell.answer(.arrange) { try await index($0, typed: nil, FormProblems()) })
        router.post("desk/section", use: shell.answer(.administer, needsCode: true, create))
        router.get("desk/section/:code", use: shell.answer(.arrange) { try await show($0, typed: nil, FormProblems()) })
        router.post("desk/section/:code", use: shell.answer(.arrange, needsCode: true, change))
        router.get("desk/section/:code/words/:tag", use: shell.answer(.arrange) { try await words($0) })
        router.post("desk/section/:code/words/:tag", use: shell.answer(.arrange, changeWords))
    }

    private func index(_ asked: DeskShell.Asked, typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, own = reader.section
        guard own.code == .international else { return .redirect(to: SectionLinks.settings(own.code), type: .normal) }
        let all = try await shell.site.database.read { db in try db.sections() }, title = reader.text("desk.sections_title")
        let columns = ["desk.section_code", "desk.section_name", "desk.section_host", "desk.section_languages"].map { reader.text($0) }
        let table = DeskTable(
            title, columns: columns,
            rows: all.map { section in
                [
                    .init(section.code.rawValue, to: SectionLinks.settings(section.code)), .init(section.name), .init(section.host),
                    .init(section.languages.map { reader.name(of: $0) }.joined(separator: ", ")),
                ]
            }, empty: "")
        let fields = typed.map { SectionFields(typed: $0, problems, reader) } ?? SectionFields(SectionSettings(own).forAnother, reader)
        let code = SettingField(
            .line, "code", reader.text("desk.section_code"), hint: reader.text("desk.section_code_hint"), value: typed?["code"] ?? "",
            problem: problems["code"].map(reader.words.text), isNeeded: true)
        let form = SettingForm(
            to: SectionLinks.all, reader.text("desk.section_add"), heading: reader.text("desk.section_add"),
            explanation: reader.text("desk.section_add_text"), [code], groups: fields.groups)
        let page = RoomPage(
            title: title, problems: problems, tables: [table], forms: [form], layout: shell.layout(title, asked, at: SectionLinks.all), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        do {
            let code = try await sections.add(form["code"] ?? "", settings(form), by: asked.at.member.id.text)
            try await shell.site.sections.reload()
            return .redirect(to: SectionLinks.settings(code), type: .normal)
        } catch let problems as FormProblems {
            return try await index(asked, typed: form, problems)
        }
    }

    private func show(_ asked: DeskShell.Asked, typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = try await shell.arranged(asked)
        let fields = typed.map { SectionFields(typed: $0, problems, reader) } ?? SectionFields(SectionSettings(section), reader)
        let form = SettingForm(
            to: SectionLinks.settings(section.code), reader.text("desk.save"), explanation: reader.text("desk.section_text"), groups: fields.groups)
        let page = RoomPage(
            title: section.name, tabs: shell.tabs(of: section, at: SectionLinks.settings(section.code), reader), problems: problems, forms: [form],
            layout: shell.layout(section.name, asked, at: SectionLinks.all), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), section = try await shell.arranged(asked)
        do {
            try await sections.change(settings(form), of: section.code, by: asked.at.member.id.text)
            try await shell.site.sections.reload()
            return .redirect(to: SectionLinks.settings(section.code), type: .normal)
        } catch let problems as FormProblems {
            return try await show(asked, typed: form, problems)
        }
    }

    private func words(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, (section, language) = try await wording(asked), words = section.words[language]
        let lines = { (name: String, hint: String, value: String) in
            SettingField(.lines, name, reader.text("desk.section_\(name)"), hint: reader.text(hint), value: value)
        }
        let form = SettingForm(
            to: SectionLinks.words(section.code, language), reader.text("desk.save"), heading: reader.name(of: language),
            explanation: reader.text("desk.section_words_text"),
            [
                lines("instructions", "desk.section_instructions_hint", (words?.instructions ?? []).joined(separator: "\n")),
                lines("postal_note", "desk.section_postal_note_hint", words?.postalNote ?? ""),
                lines("reporting_words", "desk.section_reporting_words_hint", words?.reportingWords ?? ""),
            ])
        let page = RoomPage(
            title: section.name, tabs: shell.tabs(of: section, at: SectionLinks.words(section.code, language), reader), forms: [form],
            layout: shell.layout(section.name, asked, at: SectionLinks.all), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func changeWords(_ asked: DeskShell.Asked) async throws -> Response {
        let (section, language) = try await wording(asked), form = try await asked.form()
        let paragraph = { (name: String) -> String? in
            let text = (form[name] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : String(text.prefix(2_000))
        }
        let instructions = (form["instructions"] ?? "").split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        let words = SectionWords(
            instructions: instructions.prefix(20).map { String($0.prefix(600)) }, postalNote: paragraph("postal_note"),
            reportingWords: paragraph("reporting_words"))
        try await sections.reword(words, in: language, of: section.code, by: asked.at.member.id.text)
        try await shell.site.sections.reload()
        return .redirect(to: SectionLinks.words(section.code, language), type: .normal)
    }

    private func wording(_ asked: DeskShell.Asked) async throws -> (Section, Language) {
        let section = try await shell.arranged(asked), language = Language(rawValue: try asked.parameter("tag"))
        guard section.languages.contains(language) else { throw NotPublishedHere() }
        return (section, language)
    }

    private func settings(_ form: FormBody) throws(FormProblems) -> SectionSettings {
        try SectionSettings(spoken: shell.site.catalogue.languages) { form[$0] ?? "" }
    }
}

extension DeskShell {
    /// The section in the address: one's own, or any for the international desk.
    func arranged(_ asked: Asked) async throws -> Section {
        let code = Section.Code(rawValue: try asked.parameter("code")), own = asked.reader.section.code
        guard code == own || own == .international,
            let section = try await site.database.read({ db in try db.sections() }).first(where: { $0.code == code })
        else { throw NotPublishedHere() }
        return section
    }

    func tabs(of section: Section, at current: String, _ reader: Reader) -> [Layout.Link] {
        let code = section.code
        let words = section.languages.map { (reader.name(of: $0), SectionLinks.words(code, $0)) }
        return
            ([
                (reader.text("desk.section_tab_settings"), SectionLinks.settings(code)),
                (reader.text("desk.section_tab_look"), SectionLinks.look(code)),
                (reader.text("desk.section_tab_postage"), SectionLinks.postage(code)),
            ]
            + words).map { Layout.Link(label: $0.0, path: $0.1, isCurrent: $0.1 == current) }
    }
}
