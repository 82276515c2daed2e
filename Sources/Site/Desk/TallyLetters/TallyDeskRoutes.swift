import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Letters that tell a total to officials and to those at risk.
struct TallyDeskRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/tallies", use: shell.answer(.look) { try await index($0, FormBody(), FormProblems()) })
        router.post("desk/tallies", use: shell.answer(.count, create))
        router.get("desk/tallies/:code", use: shell.answer(.look, show))
        router.post("desk/tallies/:code/paper", use: shell.answer(.count, paper))
    }

    private func index(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.tally_title")
        let letters = try await shell.site.database.read { db in try db.tallyLetters(of: section, limit: 100) }
        let table = DeskTable(
            reader.text("desk.tally_made"), columns: ["code", "action", "reader", "total", "as_of"].map { reader.text("desk.tally_\($0)") },
            rows: letters.map { letter, reference in
                [
                    .init(letter.code.printed, to: TallyLinks.show(letter.code)), .init(reader.printed(reference)),
                    .init(reader.text("desk.tally_\(letter.reader.rawValue)")),
                    .init((letter.isExact ? "" : "> ") + reader.words.grouped(letter.told)), .init(reader.moment(letter.asOf)),
                ]
            },
            empty: reader.text("desk.tally_none"))
        let mayCount = asked.at.member.duties.allow(.count, in: section)
        let page = DeskTablePage(
            title: title, intro: [reader.text("desk.tally_intro")], tables: [table], forms: mayCount ? [form(reader, typed, problems)] : [],
            layout: shell.layout(title, asked, at: TallyLinks.index), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func form(_ reader: Reader, _ typed: FormBody, _ problems: FormProblems) -> DeskForm {
        func words(_ key: String) -> String { reader.text("desk.tally_\(key)") }
        let languages = shell.site.catalogue.languages.map { ($0.rawValue, reader.name(of: $0)) }
        return DeskForm(
            to: TallyLinks.index, words("make"), heading: words("make_title"), explanation: words("make_text"),
            fields: [
                .init(
                    "action", words("action"), hint: reader.text("desk.counting_action_hint"), value: typed["action"] ?? "",
                    problem: problems["action"].map(reader.words.text)),
                .list("reader", words("reader"), TallyLetter.Reader.allCases.map { ($0.rawValue, words($0.rawValue)) }, chosen: typed["reader"]),
                .list("language", words("language"), languages, chosen: typed["language"] ?? reader.language.rawValue),
                .list(
                    "rounding", words("rounding"), TallyLetter.Rounding.allCases.map { ("\($0.rawValue)", words("rounding_\($0.rawValue)")) },
                    chosen: typed["rounding"]),
            ])
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        guard let reference = form["action"].flatMap({ try? Reference($0) }) else {
            return try await index(asked, form, FormProblems("action", Message("desk.counting_problem_action")))
        }
        let language = Language(form["language"] ?? ""), rounding = form["rounding"].flatMap(Int.init).flatMap(TallyLetter.Rounding.init(rawValue:))
        do {
            let letter = try await shell.desk.counting.freeze(
                reference, for: form["reader"].flatMap(TallyLetter.Reader.init(rawValue:)) ?? .official,
                in: shell.site.catalogue.languages.contains(language) ? language : asked.reader.language, rounding: rounding ?? .exact,
                of: asked.reader.section.code, by: asked.at.member.id.text)
            return .redirect(to: TallyLinks.show(letter.code), type: .normal)
        } catch let refusal as TallyRefusal {
            return try await index(asked, form, FormProblems("action", refusal.message))
        } catch let refusal as ActionRefusal {
            return try await index(asked, form, FormProblems("action", refusal.message))
        }
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, (letter, reference) = try await found(asked)
        let told = TallyWords(letter: letter, reference: reader.printed(reference), words: reader.words, days: reader.days)
        let title = reader.text("tally.title", ["reference": told.reference])
        let hint = reader.text("desk.tally_to_hint"), mayCount = asked.at.member.duties.allow(.count, in: reader.section.code)
        let papers = ["pdf", "docx"].filter { $0 != "pdf" || shell.site.press.canMakePDF }.map { format in
            DeskForm(
                to: TallyLinks.paper(letter.code), reader.text("desk.tally_as_\(format)"), heading: reader.text("desk.tally_as_\(format)"),
                fields: [.init("to", reader.text("desk.tally_to"), id: "to-\(format)", hint: hint, isNeeded: false)],
                hidden: [HiddenField(fieldName: "format", fieldValue: format)])
        }
        let figures = DeskTable(
            reader.text("desk.tally_figures"), columns: [reader.text("desk.counting_channel"), reader.text("desk.counting_appeals")],
            rows: letter.figures.map { [.init(reader.text("channel.\($0.channel.rawValue)")), .init(reader.words.grouped($0.appeals))] }, empty: "")
        let page = DeskTablePage(
            title: title,
            intro: [told.total, told.dates, told.countries, told.asOf(reader.section), address(letter, reader)].compactMap { $0 }, tables: [figures],
            forms: mayCount ? papers : [], layout: shell.layout(title, asked, at: TallyLinks.index), for: reader)
        return try shell.page(page, reader)
    }

    /// The paper itself. To whom it goes is typed for it and kept nowhere.
    @Sendable private func paper(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), (letter, reference) = try await found(asked), section = asked.reader.section
        let address = address(letter, asked.reader)
        let words = shell.site.catalogue[letter.language], days = shell.site.dayWordings[letter.language, section.country]
        let action = try await shell.site.database.read { db in try db.publicAction(reference) }
        let text = action.outputs.last(where: \.kind.asksForLetters)?.text(in: [letter.language])
        let demands = text.map { $0.demands.isEmpty ? [$0.call].compactMap { $0 } : $0.demands } ?? []
        let lines = (form["to"] ?? "").split(separator: ",").map { String($0.drop { $0 == " " }.prefix(120)) }
        let sheet = TallySheet(
            told: TallyWords(letter: letter, reference: reference.printed(section.referenceStyle), words: words, days: days), section: section,
            address: address, asked: demands, askedIn: text?.language ?? letter.language,
            addressee: Array(lines.filter { !$0.isEmpty }.prefix(8))
        ).sheet
        let paper = PaperSize.usual(in: section.country), name = "\(reference.slug)-\(letter.code.text)"
        if form["format"] == "docx" { return .word(try sheet.bytes(withoutPress: .docx, paper: paper), named: "\(name).docx") }
        return .pdf(try await sheet.bytes(.pdf, paper: paper, press: shell.site.press), named: "\(name).pdf")
    }

    private func address(_ letter: TallyLetter, _ reader: Reader) -> String {
        shell.site.origins.origin(of: reader.section) + TallyLinks.short(letter.code)
    }

    /// The section's own letter; another section's is not there.
    private func found(_ asked: DeskShell.Asked) async throws -> (TallyLetter, Reference) {
        guard let code = TallyCode(try asked.parameter("code")) else { throw TallyRefusal.unknown }
        let section = asked.reader.section.code
        return try await shell.site.database.read { db in
            guard let letter = try db.tallyLetter(code), letter.section == section else { throw TallyRefusal.unknown }
            return (letter, try db.reference(told: letter.action))
        }
    }
}
