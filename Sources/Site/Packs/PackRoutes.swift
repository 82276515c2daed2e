import Campaign
import Documents
import Hummingbird
import Storage

/// The pack for a letter evening: chosen on one page, made for that one answer, kept nowhere.
struct PackRoutes: Sendable {
    let site: SiteParts
    let compose: ComposeLetter
    private let turns = PackTurns()

    init(site: SiteParts, compose: ComposeLetter) {
        self.site = site
        self.compose = compose
    }

    func add(to router: Router<Visitor>) {
        router.get(":language/pack", use: new)
        router.post(":language/pack", use: create)
    }

    @Sendable func new(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), query = request.query
        let views = try await views(References(query["actions"]).references, reader)
        return try page(views, PackForm(query, isSent: false), FormProblems(), reader)
    }

    @Sendable func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), form = try await FormBody.read(request)
        do {
            let choice = try PackChoice(form, for: reader.section)
            let pack = try await pack(choice, form, reader)
            let bytes = try await turns { try await site.press.pdf(pack.html.text) }
            return .pdf(bytes, named: "letters-\(reader.today.text).pdf")
        } catch let problems as FormProblems {
            let chosen = form.fields.compactMap { PackChoice.reference(ofField: $0.name) }
            return try page(try await views(chosen, reader), PackForm(form, isSent: true), problems, reader)
        }
    }

    /// Throws `LettersClosed` or `ActionRefusal` for a case that takes no letters, `FormProblems` for too many letters or an unknown group.
    private func pack(_ choice: PackChoice, _ form: FormBody, _ reader: Reader) async throws -> Pack {
        var problems = FormProblems(), views: [ActionView] = [], group: WritingGroup?
        for one in choice.cases {
            let view = try await site.view(of: one.reference, for: reader)
            guard view.isOpen, view.output.ordinal == one.ordinal else { throw LettersClosed(reference: one.reference) }
            views.append(view)
        }
        if let typed = form["group"], !typed.allSatisfy(\.isWhitespace) {
            do { group = try await site.group(typed, for: reader) } catch let refusal as GroupRefusal { problems.add("group", refusal.message) }
        }
        let making = PackMaking(compose: compose, origins: site.origins, group: group, reader: reader)
        let pack = making.pack(choice, views)
        if pack.letterCount > Pack.letterLimit {
            problems.add("cases", Message("pack.problem_letters", ["count": String(pack.letterCount), "limit": String(Pack.letterLimit)]))
        }
        if pack.letterCount == 0 { problems.add("cases", Message("pack.problem_choice")) }
        guard problems.isEmpty else { throw problems }
        return pack
    }

    /// The chosen actions that take letters by post, else the next ones by deadline.
    private func views(_ chosen: [Reference], _ reader: Reader) async throws -> [ActionView] {
        let open = try await site.database.read { db in try db.actionsTakingLetters(on: reader.today, shownBy: reader.section.code).map(\.reference) }
        let wanted = chosen.isEmpty ? open : open.filter(chosen.contains)
        var views: [ActionView] = []
        for reference in wanted where views.count < References.limit {
            guard let view = try await site.kindly({ try await site.view(of: reference, for: reader) }) else { continue }
            if view.isOpen, view.takesPost { views.append(view) }
        }
        return views
    }

    private func page(_ views: [ActionView], _ form: PackForm, _ problems: FormProblems, _ reader: Reader) throws -> Response {
        let place = Place(path: Links.pack, title: reader.text("pack.title"), isPrivate: true)
        let page = PackPage(
            views, form, problems: problems, compose: compose, canMakePDF: site.press.canMakePDF, layout: site.layout(place, for: reader), for: reader
        )
        return .html(try site.views.render(page), status: problems.isEmpty ? .ok : .unprocessableContent, language: reader.language.rawValue)
    }
}

extension PackChoice {
    /// The case of which a field gives the number of letters.
    static func reference(ofField name: String) -> Reference? {
        let parts = name.split(separator: ".")
        return parts.count == 3 && parts[0] == "n" ? Reference(slug: String(parts[1])) : nil
    }
}

extension ActionView {
    /// Whether there is somebody whose postal address is known.
    var takesPost: Bool { (edition?.addressees ?? []).contains { !$0.addressLines.isEmpty } }
}
