package import Documents
package import Storage

extension Connection {
    /// The letter with that code.
    package func tallyLetter(_ code: TallyCode) throws -> TallyLetter? {
        try row("SELECT * FROM tally_letter WHERE code = \(code.text)").map(TallyLetter.init)
    }

    /// A section's letters, the latest first, with the action each is about.
    package func tallyLetters(of section: Section.Code, limit: Int) throws -> [(letter: TallyLetter, reference: Reference)] {
        try rows(
            """
            SELECT l.*, a.series, a.serial, a.year FROM tally_letter l JOIN action a ON a.id = l.action_id
            WHERE l.section = \(section) ORDER BY l.as_of DESC, l.code LIMIT \(limit)
            """
        ).map { (try TallyLetter($0), try Reference($0)) }
    }

    /// The reference of an action that is there and not withdrawn; throws `ActionRefusal.withdrawn`.
    package func reference(told action: Action.ID) throws -> Reference {
        if try isWithdrawn(action) { throw ActionRefusal.withdrawn }
        guard let row = try row("SELECT series, serial, year FROM action WHERE id = \(action)") else { throw TallyRefusal.unknown }
        return try Reference(row)
    }

    /// Counted appeals of an action by channel, with the days between which they were sent and the countries of the sections that counted them.
    func toldFigures(of action: Action.ID) throws -> ToldFigures? {
        let figures = try rows(
            """
            SELECT t.channel, CAST(SUM(t.appeals) AS BIGINT) AS appeals
            FROM (\(SQL.countedEverywhere(of: "SELECT o.id FROM output o WHERE o.action_id = \(action)"))) t GROUP BY t.channel HAVING SUM(t.appeals) > 0 ORDER BY appeals DESC, t.channel
            """
        ).map { TallyLetter.Figure(channel: try $0("channel"), appeals: try $0("appeals")) }
        let frame = try row(
            """
            SELECT MIN(t.reported_on) AS first_on, MAX(t.reported_on) AS last_on, COUNT(DISTINCT s.country) AS countries
            FROM tally t JOIN output o ON o.id = t.output_id JOIN section s ON s.code = t.section
            WHERE o.action_id = \(action) AND t.source <> 'import' AND t.appeals > 0
            """
        )
        guard let frame, let first: Day = try frame("first_on"), let last: Day = try frame("last_on") else { return nil }
        return ToldFigures(figures: figures, countries: try frame("countries"), first: first, last: last)
    }

    func insert(_ letter: TallyLetter, by name: String) throws {
        let channels = letter.figures.map { "\($0.channel.rawValue)=\($0.appeals)" }.joined(separator: " ")
        try execute(
            """
            INSERT INTO tally_letter (code, action_id, section, reader, language, appeals, rounding, channels, countries, first_on, last_on, as_of, made_by)
            VALUES (\(letter.code.text), \(letter.action), \(letter.section), \(letter.reader), \(letter.language), \(letter.appeals),
                \(letter.rounding.rawValue), \(channels), \(letter.countries), \(letter.firstOn), \(letter.lastOn), \(letter.asOf), \(name))
            """
        )
    }
}

struct ToldFigures: Sendable {
    let figures: [TallyLetter.Figure]
    let countries: Int
    let first: Day
    let last: Day

    var appeals: Int { figures.reduce(0) { $0 + $1.appeals } }
}

extension TallyLetter {
    fileprivate init(_ row: Row) throws {
        let channels: String = try row("channels"), text: String = try row("code"), step: Int = try row("rounding")
        guard let code = TallyCode(text), let rounding = Rounding(rawValue: step) else { throw TallyRefusal.unknown }
        self.init(
            code: code, action: try row("action_id"), section: try row("section"), reader: try row("reader"), language: try row("language"),
            appeals: try row("appeals"), rounding: rounding,
            figures: channels.split(separator: " ").compactMap { piece in
                let pair = piece.split(separator: "=")
                guard pair.count == 2, let channel = Channel(rawValue: String(pair[0])), let appeals = Int(pair[1]) else { return nil }
                return Figure(channel: channel, appeals: appeals)
            },
            countries: try row("countries"), firstOn: try row("first_on"), lastOn: try row("last_on"), asOf: try row("as_of"))
    }
}
