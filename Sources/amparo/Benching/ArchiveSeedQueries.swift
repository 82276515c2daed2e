import Campaign
import Documents
import Storage

extension Connection {
    /// Puts some of the actions of an invented archive in, with all that hangs below them.
    func seed(_ numbers: Range<Int>, of archive: InventedArchive) throws {
        var rows = SeedRows()
        let actions = numbers.map(archive.action)
        for action in actions { rows.add(action, of: archive) }
        for (insert, values) in rows.all { try seed(insert, values) }
        // A decision keeps what its section saw, so it is made when that is there to be read.
        let decided = try actions.filter { !$0.isDraft }.compactMap { action in
            try archive.decision(action).map { try decision($0, about: action) }
        }
        try seed("INSERT INTO adoption (output_id, section, state, reason, languages, seen, seen_at, revision, by_name, at) VALUES ", decided)
    }

    private func seed(_ insert: SQL, _ values: [[any Bindable]]) throws {
        for start in stride(from: 0, to: values.count, by: 400) {
            try execute(insert + SQL.values(Array(values[start..<min(start + 400, values.count)])))
        }
    }

    private func decision(_ state: String, about action: InventedAction) throws -> [any Bindable] {
        let reference = Reference(series: .UA, serial: action.serial, year: action.year)
        let seen = Upstream(try offered(reference, 1, to: Section.Code(rawValue: "ch")).1), moment = SeedRows.moment(action.issuedOn)
        let reason: String? = state == "declined" ? "no post goes there" : nil
        return [action.output(1), "ch", state, reason, "", seen, moment, 1, "lea", moment]
    }

    /// How many texts have these signs in them, the slow way.
    func countTexts(saying words: String) throws -> Int {
        try row("SELECT COUNT(*) AS texts FROM text WHERE lead LIKE \("%\(words)%") OR background LIKE \("%\(words)%")")?("texts") ?? 0
    }
}

extension SQL {
    /// Has an engine count what it holds, and PostgreSQL put its indexes in order.
    static func settling(_ dialect: Dialect) -> SQL { dialect == .postgres ? "VACUUM (ANALYZE)" : "ANALYZE" }
}

/// The rows of some actions, table by table, in an order in which each finds what it refers to.
private struct SeedRows {
    private(set) var actions: [[any Bindable]] = []
    private(set) var countries: [[any Bindable]] = []
    private(set) var subjects: [[any Bindable]] = []
    private(set) var topics: [[any Bindable]] = []
    private(set) var outputs: [[any Bindable]] = []
    private(set) var texts: [[any Bindable]] = []
    private(set) var letters: [[any Bindable]] = []
    private(set) var editions: [[any Bindable]] = []
    private(set) var words: [[any Bindable]] = []
    private(set) var addressees: [[any Bindable]] = []
    private(set) var contacts: [[any Bindable]] = []
    private(set) var reports: [[any Bindable]] = []
    private(set) var tallies: [[any Bindable]] = []
    private(set) var alerts: [[any Bindable]] = []

    var all: [(SQL, [[any Bindable]])] {
        [
            ("INSERT INTO action (id, series, serial, year, invented, archive_year, archive_month, revision, created_at) VALUES ", actions),
            ("INSERT INTO action_country (action_id, country) VALUES ", countries),
            ("INSERT INTO subject (id, action_id, position, name) VALUES ", subjects),
            ("INSERT INTO action_topic (action_id, topic) VALUES ", topics),
            (
                """
                INSERT INTO output (id, action_id, ordinal, kind, is_final, issued_on, act_until, outcome, preferred_languages, published_at,
                    published_by, ended_on, end_reason) VALUES 
                """, outputs
            ),
            ("INSERT INTO text (output_id, language, headline, lead, call, background, demands) VALUES ", texts),
            ("INSERT INTO model_letter (output_id, language, greeting, body, closing) VALUES ", letters),
            ("INSERT INTO edition (id, output_id, section) VALUES ", editions),
            ("INSERT INTO edition_words (edition_id, language, instructions, postal_note) VALUES ", words),
            ("INSERT INTO addressee (id, edition_id, position, role, name, office, salutation) VALUES ", addressees),
            ("INSERT INTO contact_point (addressee_id, position, channel, place, normal) VALUES ", contacts),
            (
                """
                INSERT INTO report (id, output_id, section, channel, quantity, source, late, token_hash, reported_on, reported_at) VALUES 
                """, reports
            ),
            ("INSERT INTO tally (output_id, section, channel, source, late, reported_on, reports, appeals) VALUES ", tallies),
            ("INSERT INTO alert (id, section, output_id, kind, state, same_day, created_at) VALUES ", alerts),
        ]
    }

    mutating func add(_ action: InventedAction, of archive: InventedArchive) {
        let moment = Self.moment(action.issuedOn)
        actions.append(
            [action.id, "UA", action.serial, action.year, true, action.year, Int(action.issuedOn.text.dropFirst(5).prefix(2)) ?? 1, 1, moment])
        countries.append([action.id, archive.country(action)])
        subjects.append(["s\(action.id)", action.id, 1, archive.subject(action)])
        topics += archive.topics(action).map { [action.id, $0] }
        for ordinal in 1...action.outputs { add(action, ordinal, of: archive) }
        guard !action.isDraft else { return }
        for (place, report) in archive.reports(action).enumerated() {
            let output = action.output(1), day = action.issuedOn.adding(days: place + 1)
            reports.append([
                "r\(action.id)-\(place)", output, report.section, report.channel, report.quantity, "form", false, "h\(action.id)-\(place)", day,
                Self.moment(day),
            ])
            tallies.append([output, report.section, report.channel, "form", false, day, 1, report.quantity])
        }
    }

    private mutating func add(_ action: InventedAction, _ ordinal: Int, of archive: InventedArchive) {
        let output = action.output(ordinal), kind = action.kind(ordinal), issued = action.issued(ordinal)
        let isPublished = !action.isDraft && issued <= archive.today, outcome: String? = kind == .outcome ? "released" : nil
        let until: Day? = kind == .outcome ? nil : action.actUntil(ordinal), at: String? = isPublished ? Self.moment(issued) : nil
        let ended = isPublished ? archive.endedOn(action, ordinal) : nil, reason: EndReason? = ended == nil ? nil : .deadlinePassed
        outputs.append([
            output, action.id, ordinal, kind, false, issued, until, outcome, "en", at, isPublished ? "seed" : nil as String?, ended, reason,
        ])
        for text in archive.texts(action, ordinal) {
            let words = text.words, place = action.number + ordinal
            texts.append([
                output, text.language, "\(words.titles[place % words.titles.count]) (\(text.name))",
                "\(text.name) \(words.leads[place % words.leads.count])",
                words.demands[0], [0, 1, 2].map { words.background[(place + $0) % words.background.count] }.joined(separator: "\n\n"),
                words.demands.joined(separator: "\n"),
            ])
            if text.language == "en" || text.language == "es" {
                let body = (words.background.prefix(2) + words.demands).joined(separator: "\n\n")
                letters.append([output, text.language, words.greeting, body, words.closing])
            }
        }
        for section in archive.sections(action) { add(section, action, output) }
        if isPublished, issued.days(until: archive.today) < 400 {
            alerts.append([
                "l\(output)", "int", output, "first", issued.days(until: archive.today) < 10 ? "draft" : "done", false, Self.moment(issued),
            ])
        }
    }

    private mutating func add(_ section: String, _ action: InventedAction, _ output: String) {
        let edition = "e\(section)\(output)", minister = "m\(section)\(output)", embassy = "b\(section)\(output)",
            mail = "minister\(action.number)@example.org"
        editions.append([edition, output, section])
        words.append([edition, "en", "Write in your own words.", "Postage: see the post office."])
        addressees.append([minister, edition, 0, "target", "Amina Njoroge", "Minister of Justice", "Dear Minister"])
        addressees.append([embassy, edition, 1, "copy", nil as String?, "Embassy", nil as String?])
        contacts.append([minister, 0, "post", "Ministry of Justice\nExample Square \(action.number % 90 + 1)", nil as String?])
        contacts.append([minister, 1, "email", mail, mail])
    }

    static func moment(_ day: Day) -> String { "\(day.text)T09:00:00.000Z" }
}
