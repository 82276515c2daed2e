package import Storage

/// Makes a further section, with a host of its own and no words of its own yet.
package struct AddSection: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `FormProblems` (`code`, `host`).
    package func callAsFunction(_ typed: String, _ settings: SectionSettings, by name: String) async throws -> Section.Code {
        let now = world.now(), event = world.newID(), code = Section.Code(rawValue: typed.lowercased().filter { !$0.isWhitespace })
        try await database.write { db in
            let sections = try db.sections()
            guard (2...12).contains(code.rawValue.utf8.count), code.rawValue.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }),
                !sections.contains(where: { $0.code == code })
            else {
                var problems = FormProblems()
                problems.add("code", Message("desk.problem_section_code"))
                throw problems
            }
            if sections.contains(where: { $0.host == settings.host }) { throw ChangeSection.hostTaken }
            try db.insert(code, settings, at: sections.count)
            try db.log("section.added", subject: code.rawValue, by: name, id: event, at: now)
        }
        return code
    }
}
