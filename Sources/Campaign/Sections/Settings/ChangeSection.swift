package import Storage

/// Sets what a section decides about itself.
package struct ChangeSection: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `FormProblems` (`host`) when another section has the host, `StaffRefusal.unknownSection`.
    package func callAsFunction(_ settings: SectionSettings, of code: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let sections = try db.sections()
            guard let section = sections.first(where: { $0.code == code }) else { throw StaffRefusal.unknownSection(code.rawValue) }
            if sections.contains(where: { $0.code != code && $0.host == settings.host }) { throw Self.hostTaken }
            let marks = settings.marks(since: SectionSettings(section), salt: event)
            guard !marks.isEmpty else { return }
            try db.update(code, settings)
            try db.log("section.changed", subject: code.rawValue, by: name, detail: marks.text, id: event, at: now)
        }
    }

    static var hostTaken: FormProblems {
        var problems = FormProblems()
        problems.add("host", Message("desk.problem_host_taken"))
        return problems
    }
}
