package import Storage

/// Sets a section's colours and its logo.
package struct ChangeLook: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `FormProblems` for every colour that could not be read on its ground, with the contrast it would have.
    package func callAsFunction(_ look: Look, of code: Section.Code, by name: String) async throws {
        var problems = FormProblems()
        for faint in look.faint where problems[faint.spot.name] == nil {
            let values = ["ground": faint.ground.token.rawValue, "ratio": Self.printed(faint.ratio)]
            problems.add(faint.spot.name, Message("desk.problem_contrast", values))
        }
        guard problems.isEmpty else { throw problems }
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let section = try db.sections().first(where: { $0.code == code }) else { throw StaffRefusal.unknownSection(code.rawValue) }
            var marks = FieldMarks(salt: event)
            for spot in Look.Spot.all { marks.add(spot.name, section.look[spot], look[spot]) }
            guard !marks.isEmpty else { return }
            try db.set(look, of: code)
            try db.log("section.coloured", subject: code.rawValue, by: name, detail: marks.text, id: event, at: now)
        }
    }

    /// Puts a logo on the section's pages; nil takes it off. The bytes are a PNG that was made here.
    package func callAsFunction(_ logo: LogoPicture?, of code: Section.Code, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.sections().contains(where: { $0.code == code }) else { throw StaffRefusal.unknownSection(code.rawValue) }
            try db.setLogo(logo, of: code)
            try db.log(
                logo == nil ? "section.logoRemoved" : "section.logoSet", subject: code.rawValue, by: name,
                detail: logo.map { String($0.hash.prefix(12)) } ?? "", id: event, at: now)
        }
    }

    /// Downwards, so that nothing is refused as "4.5".
    private static func printed(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// A picture as it was made here, and what it says.
package struct LogoPicture: Sendable, Equatable {
    package let png: [UInt8]
    package let words: String
    package let width: Int
    package let height: Int

    /// nil for bytes that are no PNG, for a picture without a size, and for no words.
    package init?(png: [UInt8], words: String) {
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], words = String(words.trimmed.prefix(200))
        guard png.count > 24, png.starts(with: start), !words.isEmpty else { return nil }
        width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
        height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
        guard width > 0, height > 0, width <= 4_096, height <= 4_096 else { return nil }
        self.png = png
        self.words = words
    }

    package var hash: String { Digest.sha256(png) }
}
