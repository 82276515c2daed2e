import Documents
package import Storage

/// What a section's readers find, as tables that any other program reads: a Frictionless data package.
package struct ExportPackage: Sendable {
    /// How many actions are read at once.
    private static let page = 100

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Hands over piece after piece of each file; returns how many actions there are. Throws `StaffRefusal.unknownSection`.
    ///
    /// - Parameters:
    ///   - origin: what addresses of pages begin with.
    ///   - keep: adds a piece at the end of a file.
    package func callAsFunction(
        of code: Section.Code, origin: (Section) -> String, keep: (_ file: String, _ piece: String) throws -> Void
    ) async throws -> Int {
        guard let section = try await database.read({ db in try db.sections().first { $0.code == code } }) else {
            throw StaffRefusal.unknownSection(code.rawValue)
        }
        let origin = origin(section), today = world.now()
        for table in PackageTable.all { try keep(table.path, CSVTable.text([table.fields.map(\.name)])) }
        var place: ListPlace?, count = 0
        repeat {
            let from = place
            let (page, next) = try await database.read { db in
                let found = try db.publicActions(shownBy: code, after: from, limit: Self.page)
                return (try found.actions.map { ($0.action, $0.topics, try db.tally(of: $0.action.id)) }, found.next)
            }
            for (action, topics, tally) in page { try write(action, topics, tally, section, origin, keep) }
            (place, count) = (next, count + page.count)
        } while place != nil
        try await writeWithdrawals(of: code, keep)
        try keep("datapackage.json", Self.description(of: section, origin, at: today))
        return count
    }

    private func write(
        _ action: Action, _ topics: Set<Topic>, _ tally: Tally, _ section: Section, _ origin: String,
        _ keep: (String, String) throws -> Void
    ) throws {
        let id = action.reference.slug, appeals = tally.counted(), language = section.languages.first ?? "en"
        try keep(
            PackageTable.actions.path,
            CSVTable.text([
                [
                    id, action.reference.printed(), "\(origin)/\(language)/actions/\(id)", action.countries.map(\.code).joined(separator: " "),
                    topics.map(\.rawValue).sorted().joined(separator: " "), action.activeSince?.text ?? "",
                    String(action.latest?.ordinal ?? 0), String(action.isInvented), appeals >= section.threshold ? String(appeals) : "",
                ]
            ]))
        for output in action.outputs {
            try keep(
                PackageTable.outputs.path,
                CSVTable.text([
                    [
                        id, String(output.ordinal), output.kind.rawValue, String(output.isFinal), output.indexCode?.printed ?? "",
                        output.issuedOn?.text ?? "", output.publishedAt.map(Self.moment) ?? "", output.actUntil(for: section.code)?.text ?? "",
                        output.ending?.on?.text ?? "", output.ending?.reason?.rawValue ?? "", output.outcome?.rawValue ?? "",
                        output.eventOn?.text ?? "",
                    ]
                ]))
            let texts = output.texts.map { text in
                [
                    id, String(output.ordinal), text.language.rawValue, text.headline ?? "", text.lead ?? "",
                    output.kind.asksForLetters ? text.call ?? "" : "", text.demands.joined(separator: "\n"),
                    text.background.joined(separator: "\n\n"),
                ]
            }
            try keep(PackageTable.texts.path, CSVTable.text(texts))
        }
    }

    private func writeWithdrawals(of code: Section.Code, _ keep: (String, String) throws -> Void) async throws {
        var place: ListPlace?
        repeat {
            let from = place
            let page = try await database.read { db in try db.publicWithdrawals(shownBy: code, after: from, limit: Self.page) }
            let rows = page.withdrawals.map { [$0.reference.slug, $0.reference.printed(), Self.moment($0.at)] }
            try keep(PackageTable.withdrawals.path, CSVTable.text(rows))
            place = page.next
        } while place != nil
    }

    /// To the second, as Table Schema has its moments.
    private static func moment(_ instant: Instant) -> String { instant.text.prefix(19) + "Z" }

    private static func description(of section: Section, _ origin: String, at now: Instant) -> String {
        let package: JSON = [
            "name": .words("amparo-\(section.code.rawValue)"), "profile": "tabular-data-package", "title": .words(section.name),
            "homepage": .words(origin), "created": .words(moment(now)), "resources": .list(PackageTable.all.map(\.json)),
        ]
        return package.text + "\n"
    }
}
