import Campaign
import Documents

/// The fields of a section's settings, filled with what holds or with what was typed.
struct SectionFields {
    let reader: Reader
    let problems: FormProblems
    let value: (String) -> String

    init(_ settings: SectionSettings, _ reader: Reader) {
        self.init(reader, FormProblems(), Self.values(of: settings))
    }

    init(typed form: FormBody, _ problems: FormProblems, _ reader: Reader) {
        self.init(reader, problems) { form[$0] ?? "" }
    }

    private init(_ reader: Reader, _ problems: FormProblems, _ value: @escaping (String) -> String) {
        self.reader = reader
        self.problems = problems
        self.value = value
    }

    var groups: [SettingForm.Group] {
        [
            group(
                "desk.section_group_place",
                [
                    field("name", isNeeded: true), field("host", hint: "desk.section_host_hint", isNeeded: true),
                    field("country", hint: "desk.section_country_hint"), field("languages", hint: "desk.section_languages_hint", isNeeded: true),
                    field("time_zone", hint: "desk.section_time_zone_hint", isNeeded: true),
                    list("reference_style", ReferenceStyle.allCases.map { ($0.rawValue, Self.sample($0)) }),
                ]),
            group("desk.section_group_contact", [field("contact_email"), lines("contact_post", hint: "desk.section_lines_hint")]),
            group(
                "desk.section_group_counts",
                [
                    field("threshold", hint: "desk.section_threshold_hint", type: "number", isNeeded: true),
                    field("late_days", hint: "desk.section_late_days_hint", type: "number", isNeeded: true),
                ]),
            group(
                "desk.section_group_copies",
                [
                    lines("embassy_cities", hint: "desk.section_embassy_cities_hint"),
                    list("own_country", OwnCountryRule.allCases.map { ($0.rawValue, reader.text("desk.section_own_country_\($0.rawValue)")) }),
                ]),
            group("desk.section_group_letters", LetterPoint.allCases.map(letters)),
        ]
    }

    /// A point with its choices, the default marked, and where the disagreement comes from below it.
    private func letters(_ point: LetterPoint) -> SettingField {
        let name = "letters_\(point.rawValue)"
        return list(
            name, hint: "desk.section_\(name)_source",
            point.choices.enumerated().map { place, choice in
                let words = reader.text("desk.section_\(name)_\(choice)")
                return (choice, place == 0 ? reader.text("desk.section_default", ["choice": words]) : words)
            })
    }

    private func group(_ key: String, _ fields: [SettingField]) -> SettingForm.Group {
        SettingForm.Group(legend: reader.text(key), settings: fields)
    }

    private func field(_ name: String, hint: String? = nil, type: String = "text", isNeeded: Bool = false) -> SettingField {
        SettingField(
            .line, name, reader.text("desk.section_\(name)"), hint: hint.map { reader.text($0) }, value: value(name), type: type,
            problem: problem(name), isNeeded: isNeeded)
    }

    private func lines(_ name: String, hint: String) -> SettingField {
        SettingField(.lines, name, reader.text("desk.section_\(name)"), hint: reader.text(hint), value: value(name), problem: problem(name))
    }

    private func list(_ name: String, hint: String? = nil, _ options: [(String, String)]) -> SettingField {
        SettingField(
            .list, name, reader.text("desk.section_\(name)"), hint: hint.map { reader.text($0) }, value: value(name), problem: problem(name),
            options: options)
    }

    private func problem(_ name: String) -> String? { problems[name].map(reader.words.text) }

    private static func sample(_ style: ReferenceStyle) -> String { (try? Reference("UA 44/22").printed(style)) ?? style.rawValue }

    private static func values(of settings: SectionSettings) -> (String) -> String {
        var values = [
            "name": settings.name, "host": settings.host, "country": settings.country ?? "",
            "languages": settings.languages.map(\.rawValue).joined(separator: " "), "time_zone": settings.timeZone,
            "reference_style": settings.referenceStyle.rawValue, "threshold": String(settings.threshold), "late_days": String(settings.lateDays),
            "contact_email": settings.contactEmail ?? "", "contact_post": settings.contactPost.joined(separator: "\n"),
            "embassy_cities": settings.embassyCities.joined(separator: "\n"), "own_country": settings.ownCountry.rawValue,
        ]
        for point in LetterPoint.allCases { values["letters_\(point.rawValue)"] = settings.letters[point] }
        return { [values] in values[$0] ?? "" }
    }
}
