package import Documents
package import Storage

/// Sets what a section tells its readers in one of its languages: how to write, how to post, how to report.
package struct ChangeSectionWords: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ words: SectionWords, in language: Language, of code: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let section = try db.sections().first(where: { $0.code == code }) else { throw StaffRefusal.unknownSection(code.rawValue) }
            let before = section.words[language]
            var marks = FieldMarks(salt: event)
            marks.add("\(language) instructions", before?.instructions ?? [], words.instructions)
            marks.add("\(language) postal_note", before?.postalNote ?? "", words.postalNote ?? "")
            marks.add("\(language) reporting_words", before?.reportingWords ?? "", words.reportingWords ?? "")
            guard !marks.isEmpty else { return }
            try db.set(words, in: language, of: code)
            try db.log("section.worded", subject: code.rawValue, by: name, detail: marks.text, id: event, at: now)
        }
    }
}
