import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Where a case begins: its number, its country, its first language.
struct NewCaseRoutes: Sendable {
    let parts: AuthoringShell

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.get("desk/actions/new", use: shell.answer(.write) { try await show($0, FormBody(), FormProblems()) })
        router.post("desk/actions/new", use: shell.answer(.write, create))
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, series = Series(rawValue: typed["series"] ?? "") ?? .UA, year = reader.today.year
        let next = try await parts.shell.site.database.read { db in try db.nextSerial(series, year) }
        let form = DeskForm(
            to: AuthoringLinks.new, reader.text("desk.authoring_new_button"),
            fields: [
                .list(
                    "series", reader.text("desk.authoring_new_series"), Series.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: series.rawValue),
                .init(
                    "serial", reader.text("desk.authoring_new_serial"), hint: reader.text("desk.authoring_new_serial_hint"), type: "text",
                    value: typed["serial"] ?? String(next), problem: problems["serial"].map(reader.words.text)),
                .init(
                    "year", reader.text("desk.authoring_new_year"), value: typed["year"] ?? String(year),
                    problem: problems["year"].map(reader.words.text)),
                .init(
                    "country", reader.text("desk.authoring_new_country"), hint: reader.text("desk.authoring_hint_countries"),
                    value: typed["country"] ?? "",
                    problem: problems["country"].map(reader.words.text)),
                .list(
                    "language", reader.text("desk.authoring_new_language"), reader.section.languages.map { ($0.rawValue, reader.name(of: $0)) },
                    chosen: typed["language"] ?? reader.language.rawValue),
                .init(
                    "headline", reader.text("desk.authoring_field_headline"), hint: reader.text("desk.authoring_new_headline_hint"),
                    value: typed["headline"] ?? "",
                    isNeeded: false),
            ],
            hidden: [HiddenField(fieldName: "proposed", fieldValue: typed["proposed"] ?? String(next))])
        let title = reader.text("desk.authoring_new_title")
        let page = DeskFormPage(
            title: title, intro: [reader.text("desk.authoring_new_intro")], form, problems: problems,
            layout: parts.shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try parts.shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        do {
            let start = try Self.start(form, asked.reader)
            let reference = try await parts.authoring.begin(start, for: asked.reader.section.code, by: asked.at.member.id)
            return .redirect(to: AuthoringLinks.editor(reference, 1), type: .normal)
        } catch let problems as FormProblems {
            return try await show(asked, form, problems)
        } catch let refusal as ManuscriptRefusal {
            return try await show(asked, form, FormProblems("serial", refusal.message))
        }
    }

    /// The number that was proposed is the next that is free, whichever that is by now.
    private static func start(_ form: FormBody, _ reader: Reader) throws(FormProblems) -> BeginCase.Start {
        var problems = FormProblems()
        let typed = (form["serial"] ?? "").filter { !$0.isWhitespace }, serial = Int(typed).flatMap { (1...99_999).contains($0) ? $0 : nil }
        let year = Int(form["year"] ?? "").flatMap { (1973...2072).contains($0) ? $0 : nil }
        if serial == nil { problems.add("serial", Message("desk.authoring_problem_serial")) }
        if year == nil { problems.add("year", Message("desk.authoring_problem_year")) }
        let names = (form["country"] ?? "").split { ",;".contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        let countries = names.map { CountryTyped.country($0) }
        if countries.isEmpty || countries.contains(nil) {
            problems.add("country", Message("desk.authoring_problem_country", ["country": zip(names, countries).first { $0.1 == nil }?.0 ?? "–"]))
        }
        let language = Language(form["language"] ?? "")
        guard problems.isEmpty, let year, let serial else { throw problems }
        let headline = String((form["headline"] ?? "").filter { !$0.isNewline }.prefix(300))
        let judged = try ManuscriptContent.judged(["headline": headline], as: .text(language))["headline"] ?? ""
        return BeginCase.Start(
            series: Series(rawValue: form["series"] ?? "") ?? .UA, serial: typed == form["proposed"] && year == reader.today.year ? nil : serial,
            year: year,
            countries: countries.compactMap { $0 }, language: reader.section.languages.contains(language) ? language : reader.publicLanguage,
            headline: judged)
    }
}
