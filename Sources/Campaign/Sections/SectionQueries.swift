import Documents
import Foundation
package import Storage

extension Connection {
    /// All sections, the first being the one that answers for unknown hosts.
    package func sections() throws -> [Section] {
        let words = try Dictionary(grouping: rows("SELECT * FROM section_words")) { try $0("section") as String }
        let postal = try postalTables(), settings = try sectionSettings()
        return try rows("SELECT * FROM section ORDER BY position").map {
            var section = try Section($0, words: words[$0("code")] ?? [], postal: postal[$0("code")] ?? .empty)
            (section.letters, section.look) = settings[section.code] ?? (LetterRules(), Look())
            return section
        }
    }

    /// How documents of each section are told apart.
    func sectionMarks() throws -> [SectionMarks] {
        try rows("SELECT code, reference_style, embassy_cities, postal_words FROM section ORDER BY position").map(SectionMarks.init)
    }

    func set(_ rule: OwnCountryRule, of section: Section.Code) throws {
        try execute("UPDATE section SET own_country = \(rule) WHERE code = \(section)")
    }

    func insert(_ shipped: ShippedSection, at position: Int) throws {
        try execute(
            """
            INSERT INTO section (code, position, name, host, country, languages, time_zone, reference_style, threshold, late_days,
                contact_email, contact_post, embassy_cities, postal_words)
            VALUES (\(shipped.code), \(position), \(shipped.name), \(shipped.host), \(shipped.country), \(shipped.languages.joined(separator: " ")),
                \(shipped.timeZone), \(shipped.referenceStyle), \(shipped.threshold), \(shipped.lateDays), \(shipped.contact.email),
                \(Lines(shipped.contact.postalLines)), \(Lines(shipped.embassyCities)), \(Lines(shipped.postalWords)))
            """
        )
        for language in shipped.languages {
            try execute(
                """
                INSERT INTO section_words (section, language, instructions, postal_note, reporting_words)
                VALUES (\(shipped.code), \(language), \(Lines(shipped.instructions[language] ?? [])),
                    \(shipped.postalNote[language]), \(shipped.reportingWords[language]))
                """
            )
        }
    }
}

extension Section {
    init(_ row: Row, words: [Row], postal: PostalTable) throws {
        self.init(
            code: try row("code"),
            name: try row("name"),
            host: try row("host"),
            country: try row("country"),
            languages: try (row("languages") as String).split(separator: " ").map { Language(rawValue: String($0)) },
            timeZone: TimeZone(identifier: try row("time_zone")) ?? .gmt,
            referenceStyle: try row("reference_style"),
            threshold: try row("threshold"),
            lateDays: try row("late_days"),
            contactEmail: try row("contact_email"),
            contactPost: try (row("contact_post") as Lines).lines,
            embassyCities: try (row("embassy_cities") as Lines).lines,
            words: try Dictionary(words.map { (try $0("language"), try SectionWords($0)) }, uniquingKeysWith: { first, _ in first }),
            postal: postal,
            ownCountry: try row("own_country"),
            revision: try row("revision"),
            waitsSince: try row("waits_since")
        )
    }
}

extension SectionWords {
    init(_ row: Row) throws {
        self.init(
            instructions: try (row("instructions") as Lines).lines,
            postalNote: try row("postal_note"),
            reportingWords: try row("reporting_words")
        )
    }
}
