import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// What groups that write together tell us: one page, one number for each action and channel. Nobody's name is asked.
struct GroupRoutes: Sendable {
    let site: SiteParts
    let record: RecordGroupReturn

    func add(to router: Router<Visitor>) {
        router.get(":language/groups", use: find)
        router.get(":language/groups/:code", use: show)
        router.post(":language/groups/:code/reports", use: create)
        router.get(":language/groups/:code/thanks", use: thanks)
    }

    /// A code that was typed leads to its group.
    @Sendable func find(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor)
        if let typed = request.query["code"], !typed.isEmpty {
            return .redirect(to: Links.group(try await site.group(typed, for: reader).code, reader.language), type: .normal)
        }
        let page = FindGroupPage("", isUnknown: false, layout: site.layout(.findGroup(reader), for: reader), for: reader)
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), group = try await site.group(visitor.code(), for: reader)
        let views = try await views(References(request.query["actions"]).references, reader)
        return try page(group, views, FormBody(), FormProblems(), token: site.world.token(), reader)
    }

    @Sendable func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), group = try await site.group(visitor.code(), for: reader)
        let form = try await FormBody.read(request)
        let lines = form.fields.compactMap { GroupReturn.Line(field: $0.name, value: $0.value) }
        do {
            let receipt = try await record(try GroupReturn(lines, token: form["token"], isSure: form["sure"] == "1", of: group))
            return .redirect(to: Links.groupThanks(group.code, reader.language, receipt), type: .normal)
        } catch let problems as FormProblems {
            let views = try await views(lines.map(\.reference), outputs: lines, reader)
            let token = problems["token"] == nil ? form["token"] : nil
            return try page(group, views, form, problems, token: token ?? site.world.token(), reader)
        }
    }

    @Sendable func thanks(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), group = try await site.group(visitor.code(), for: reader), query = request.query
        var counted: [ActionView] = []
        for reference in References(query["counted"]).references {
            if let view = try await site.kindly({ try await site.view(of: reference, for: reader) }) { counted.append(view) }
        }
        let place = Place(path: { Links.group(group.code, $0) }, title: reader.text("group.thanks_title"), isPrivate: true)
        let page = GroupThanksPage(
            group, counted, missed: References(query["missed"]).references, isRepeated: query["again"] == "1",
            layout: site.layout(place, for: reader),
            for: reader)
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    /// The chosen actions that still take reports, else the next ones by deadline. Throws the refusal when one alone was chosen.
    private func views(_ chosen: [Reference], outputs lines: [GroupReturn.Line] = [], _ reader: Reader) async throws -> [ActionView] {
        let ordinals = Dictionary(lines.map { ($0.reference, $0.ordinal) }, uniquingKeysWith: { first, _ in first })
        var unique: [Reference] = []
        for reference in chosen.isEmpty ? try await open(reader) : chosen where !unique.contains(reference) { unique.append(reference) }
        if chosen.count == 1 { return [try await site.reportView(of: chosen[0], output: ordinals[chosen[0]], for: reader)] }
        var views: [ActionView] = []
        for reference in unique.prefix(References.limit) {
            let view = try await site.kindly { try await site.reportView(of: reference, output: ordinals[reference], for: reader) }
            if let view { views.append(view) }
        }
        return views
    }

    private func open(_ reader: Reader) async throws -> [Reference] {
        let first = reader.today.adding(days: -reader.section.lateDays)
        return try await site.database.read { db in
            try db.actionsAskingForLetters(since: first, shownBy: reader.section.code).map(\.reference)
        }
    }

    private func page(
        _ group: WritingGroup, _ views: [ActionView], _ typed: FormBody, _ problems: FormProblems, token: String, _ reader: Reader
    ) throws -> Response {
        let place = Place(path: { Links.group(group.code, $0) }, title: reader.text("group.page_title", ["name": group.name]), isPrivate: true)
        let page = GroupReportPage(group, views, typed: typed, problems: problems, token: token, layout: site.layout(place, for: reader), for: reader)
        return .html(try site.views.render(page), status: problems.isEmpty ? .ok : .unprocessableContent, language: reader.language.rawValue)
    }
}

/// The actions an address names: "?actions=901-26,UA 12/21". What is no reference is passed over.
struct References {
    let references: [Reference]

    /// How many actions stand on one page, so that it stays small.
    static let limit = 12

    init(_ text: String?) {
        references = (text ?? "").split(separator: ",").prefix(Self.limit).compactMap { try? Reference(String($0)) }
    }
}

extension SiteParts {
    /// The section's group with that code. Throws `GroupRefusal.unknownCode`, whose page helps to find it.
    func group(_ typed: String, for reader: Reader) async throws -> WritingGroup {
        let typed = String(typed.prefix(40)), section = reader.section.code
        return try await database.read { db in try db.group(typed, of: section) }
    }

    /// Nil where an action is closed, withdrawn or another section's: one of many that are shown.
    func kindly(_ view: () async throws -> ActionView) async throws -> ActionView? {
        do {
            return try await view()
        } catch is any Refusal {
            return nil
        } catch is NotPublishedHere {
            return nil
        } catch is PublishedElsewhere {
            return nil
        }
    }
}

extension Visitor {
    fileprivate func code() throws -> String {
        guard let code = parameters.get("code") else { throw NotPublishedHere() }
        return code
    }
}
