import Documents
package import Storage

/// Takes the new holder of an office into what one output prints, or leaves it as it is.
package struct AnswerOfficeTask: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameter section: whose desk it is; only its own places are answered there, at the international one all.
    ///
    /// Throws `RegisterRefusal.taskOver`.
    package func callAsFunction(_ id: OfficeTask.ID, _ answer: OfficeTask.Answer, at section: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let row = try db.officeTaskRow(id), case let task = try OfficeTask(row), section == .international || task.section == section else {
                throw RegisterRefusal.taskOver
            }
            var marks = FieldMarks(salt: event)
            if answer == .accepted {
                let addressee: String = try row("addressee_id"), printed: String? = try row("salutation"), known: Wordings = try row("salutations")
                let salutation = known.text(in: try db.editionLanguages(row("edition_id"))) ?? Self.kept(printed, naming: task.printed)
                try db.setHolder(task.holder, salutation: salutation, of: addressee)
                try db.touch(row("action_id"))
                marks.add("name", task.printed ?? "", task.holder)
                marks.add("salutation", printed ?? "", salutation ?? "")
            }
            try db.finish(id, answer, by: name, at: now)
            try db.log(
                answer == .accepted ? "addressee.changed" : "addressee.left", subject: try row("addressee_id"), by: name, detail: marks.text,
                id: event,
                at: now)
        }
    }

    /// A printed greeting, unless it names who held the office before: none is made up.
    private static func kept(_ salutation: String?, naming holder: String?) -> String? {
        guard let salutation, let holder else { return salutation }
        let names = words(of: holder).filter { $0.count > 3 }
        return names.isDisjoint(with: words(of: salutation)) ? salutation : nil
    }

    private static func words(of text: String) -> Set<String> {
        Set((NormalPlace.words(text) ?? "").split(separator: " ").map { String($0) })
    }
}
