import Documents
package import Storage

extension Connection {
    /// What sections set at their desks, by section: the names and values of their settings, and their logos.
    func sectionSettings() throws -> [Section.Code: (letters: LetterRules, look: Look)] {
        var found: [Section.Code: (letters: LetterRules, look: Look)] = [:]
        for row in try rows("SELECT section, name, value FROM section_setting") {
            let section: Section.Code = try row("section"), name: String = try row("name"), value: String = try row("value")
            if let point = LetterPoint.allCases.first(where: { "letters.\($0.rawValue)" == name }) {
                found[section, default: (LetterRules(), Look())].letters[point] = value
            } else if let spot = Look.Spot.all.first(where: { $0.name == name }), let colour = Colour(value) {
                found[section, default: (LetterRules(), Look())].look[spot] = colour
            }
        }
        for row in try rows("SELECT section, hash, words, width, height FROM section_logo") {
            let logo = Look.Logo(hash: try row("hash"), words: try row("words"), width: try row("width"), height: try row("height"))
            found[try row("section"), default: (LetterRules(), Look())].look.logo = logo
        }
        return found
    }

    /// The picture of a section's logo.
    package func logo(of section: Section.Code) throws -> [UInt8]? {
        try row("SELECT png FROM section_logo WHERE section = \(section)").map { try $0("png") }
    }

    func update(_ code: Section.Code, _ settings: SectionSettings) throws {
        try execute(
            """
            UPDATE section SET name = \(settings.name), host = \(settings.host), country = \(settings.country),
                languages = \(settings.languages.map(\.rawValue).joined(separator: " ")), time_zone = \(settings.timeZone),
                reference_style = \(settings.referenceStyle), threshold = \(settings.threshold), late_days = \(settings.lateDays),
                contact_email = \(settings.contactEmail), contact_post = \(Lines(settings.contactPost)),
                embassy_cities = \(Lines(settings.embassyCities)), own_country = \(settings.ownCountry)
            WHERE code = \(code)
            """
        )
        for point in LetterPoint.allCases {
            try set(settings.letters[point] == point.choices[0] ? nil : settings.letters[point], under: "letters.\(point.rawValue)", of: code)
        }
        try noteChange(of: code)
    }

    func insert(_ code: Section.Code, _ settings: SectionSettings, at position: Int) throws {
        try execute(
            """
            INSERT INTO section (code, position, name, host, country, languages, time_zone, reference_style, threshold, late_days,
                contact_email, contact_post, embassy_cities, postal_words)
            VALUES (\(code), \(position), \(settings.name), \(settings.host), NULL, 'en', \(settings.timeZone), \(settings.referenceStyle),
                \(settings.threshold), \(settings.lateDays), NULL, '', '', '')
            """
        )
        try update(code, settings)
    }

    func set(_ words: SectionWords, in language: Language, of section: Section.Code) throws {
        try execute(
            """
            INSERT INTO section_words (section, language, instructions, postal_note, reporting_words)
            VALUES (\(section), \(language), \(Lines(words.instructions)), \(words.postalNote), \(words.reportingWords))
            ON CONFLICT (section, language) DO UPDATE SET instructions = excluded.instructions, postal_note = excluded.postal_note,
                reporting_words = excluded.reporting_words
            """
        )
        try noteChange(of: section)
    }

    func set(_ look: Look, of section: Section.Code) throws {
        for spot in Look.Spot.all { try set(look.colours[spot].map(\.description), under: spot.name, of: section) }
        try noteChange(of: section)
    }

    func setLogo(_ logo: LogoPicture?, of section: Section.Code) throws {
        try execute("DELETE FROM section_logo WHERE section = \(section)")
        if let logo {
            try execute(
                """
                INSERT INTO section_logo (section, hash, words, width, height, png)
                VALUES (\(section), \(logo.hash), \(logo.words), \(logo.width), \(logo.height), \(logo.png))
                """
            )
        }
        try noteChange(of: section)
    }

    private func set(_ value: String?, under name: String, of section: Section.Code) throws {
        guard let value else { return try drop(name, of: section) }
        try execute(
            """
            INSERT INTO section_setting (section, name, value) VALUES (\(section), \(name), \(value))
            ON CONFLICT (section, name) DO UPDATE SET value = excluded.value
            """
        )
    }

    private func drop(_ name: String, of section: Section.Code) throws {
        try execute("DELETE FROM section_setting WHERE section = \(section) AND name = \(name)")
    }

    private func noteChange(of section: Section.Code) throws {
        try execute("UPDATE section SET revision = revision + 1 WHERE code = \(section)")
    }
}
