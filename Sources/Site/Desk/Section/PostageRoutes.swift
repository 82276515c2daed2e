import Campaign
import Documents
import Hummingbird
import Storage

/// What a section knows of its post: rates and routes with their days and sources, entered and corrected one by one.
struct PostageRoutes: Sendable {
    let shell: DeskShell
    private let change: ChangePostage
    private let remove: RemovePostage

    init(shell: DeskShell) {
        self.shell = shell
        change = ChangePostage(database: shell.site.database, world: shell.site.world)
        remove = RemovePostage(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/section/:code/postage", use: shell.answer(.arrange) { try await show($0, FormProblems(), $0.request.query) })
        router.post("desk/section/:code/postage", use: shell.answer(.arrange, enter))
        router.post("desk/section/:code/postage/removal", use: shell.answer(.arrange, takeOut))
    }

    /// - Parameter typed: what was sent, or what an address asks to be filled in.
    private func show(_ asked: DeskShell.Asked, _ problems: FormProblems, _ typed: FormBody) async throws -> Response {
        let reader = asked.reader, section = try await shell.arranged(asked)
        let forms = PostageForms(section: section, reader: reader, typed: typed, problems: problems)
        let kind = typed["kind"].flatMap(PostageForms.Kind.init)
        let page = RoomPage(
            title: section.name, intro: [reader.text("desk.postage_text")],
            tabs: shell.tabs(of: section, at: SectionLinks.postage(section.code), reader),
            problems: problems.anchored(kind), tables: [.rates(section, reader), .routes(section, reader)],
            forms: [forms.form(.rate, isTyped: kind == .rate), forms.form(.route, isTyped: kind == .route)],
            layout: shell.layout(section.name, asked, at: SectionLinks.all), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func enter(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), section = try await shell.arranged(asked)
        do {
            try await change(PostalTable(form), of: section.code, by: asked.at.member.id.text)
            try await shell.site.sections.reload()
            return .redirect(to: SectionLinks.postage(section.code), type: .normal)
        } catch let problems as FormProblems {
            return try await show(asked, problems, form)
        }
    }

    @Sendable private func takeOut(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), section = try await shell.arranged(asked), name = asked.at.member.id.text
        guard let day = form["valid_from"].flatMap({ Day($0) }) else { throw NotPublishedHere() }
        if let zone = form["zone"] {
            try await remove(zone: zone, from: day, of: section.code, by: name)
        } else {
            try await remove(country: form["country"].flatMap { Country($0) }, from: day, of: section.code, by: name)
        }
        try await shell.site.sections.reload()
        return .redirect(to: SectionLinks.postage(section.code), type: .normal)
    }
}

extension FormProblems {
    /// Leading to the fields of the form that was sent: both have some of the same name.
    fileprivate func anchored(_ kind: PostageForms.Kind?) -> FormProblems {
        problems.reduce(into: FormProblems()) { all, one in all.add("\(kind?.rawValue ?? "rate")-\(one.field)", one.message) }
    }
}

extension DeskTable {
    fileprivate static func rates(_ section: Section, _ reader: Reader) -> DeskTable {
        let columns = [
            "desk.postage_zone", "desk.postage_destinations", "desk.postage_valid_from", "desk.postage_price", "desk.postage_days",
            "desk.postage_source", "desk.column_do",
        ]
        return DeskTable(
            reader.text("desk.postage_rates"), columns: columns.map { reader.text($0) },
            rows: section.postal.rates.map { rate in
                let out = [
                    HiddenField(fieldName: "zone", fieldValue: rate.zone), HiddenField(fieldName: "valid_from", fieldValue: rate.validFrom.text),
                ]
                return [
                    Cell(rate.zone), Cell(rate.destinations.text(reader)), Cell(reader.days.long(rate.validFrom)),
                    Cell(rate.price.map { $0.text(in: reader.language, country: section.country) } ?? "–"),
                    Cell(rate.transit.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? "–"),
                    Cell("\(rate.source) · \(reader.text(rate.isVerified ? "desk.postage_trust_verified" : "desk.postage_trust_unverified"))"),
                    Cell(
                        "",
                        buttons: [
                            DeskForm(to: SectionLinks.postageRemoval(section.code), reader.text("desk.postage_remove"), hidden: out, isGrave: true)
                        ]),
                ]
            },
            empty: reader.text("desk.postage_no_rates"))
    }

    fileprivate static func routes(_ section: Section, _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.postage_routes"),
            columns: ["desk.postage_destinations", "desk.postage_status", "desk.postage_valid_from", "desk.postage_source", "desk.column_do"].map {
                reader.text($0)
            },
            rows: section.postal.routes.map { route in
                let country = route.country.map { [HiddenField(fieldName: "country", fieldValue: $0.code)] } ?? []
                let out = country + [HiddenField(fieldName: "valid_from", fieldValue: route.since.text)]
                return [
                    Cell(route.country.map { $0.name(in: reader.language) } ?? reader.text("desk.postage_everywhere")),
                    Cell(reader.text("desk.postage_status_\(route.status.rawValue)"), isLoud: route.status == .suspended),
                    Cell(reader.days.long(route.since)), Cell(route.source),
                    Cell(
                        "",
                        buttons: [
                            DeskForm(to: SectionLinks.postageRemoval(section.code), reader.text("desk.postage_remove"), hidden: out, isGrave: true)
                        ]),
                ]
            },
            empty: reader.text("desk.postage_no_routes"))
    }
}

extension PostalRate.Destinations {
    fileprivate func text(_ reader: Reader) -> String {
        switch self {
        case .everywhere: reader.text("desk.postage_everywhere")
        case .countries(let countries): countries.map { $0.name(in: reader.language) }.sorted().joined(separator: ", ")
        }
    }
}
