import Campaign
import Documents

/// The fields of the register's forms. A form is a row of its table: what a cell may say there, it may say here (docs/officials.md).
struct OfficeFields {
    let reader: Reader
    let typed: FormBody
    let problems: FormProblems

    init(_ reader: Reader, _ typed: FormBody = FormBody(), _ problems: FormProblems = FormProblems()) {
        self.reader = reader
        self.typed = typed
        self.problems = problems
    }

    func new(missions: Bool) -> SettingForm {
        let kinds = MissionSeat.Kind.allCases.map { ($0.rawValue, reader.text("desk.mission_\($0.rawValue)")) }
        let seat = [
            field("receiving", "desk.register_receiving", hint: "desk.register_country_hint", isNeeded: true),
            SettingField(.list, "mission_kind", reader.text("desk.mission_kind"), value: typed["mission_kind"] ?? "embassy", options: kinds),
            field("accredited_from", "desk.mission_accredited_from", hint: "desk.mission_accredited_from_hint"),
        ]
        let key = [
            field("key", "desk.register_key", hint: "desk.register_key_hint", isNeeded: true),
            field(
                "country", missions ? "desk.register_sending" : "desk.section_country", hint: "desk.register_country_hint", isNeeded: true),
        ]
        let contacts = [
            field("email", "channel.email"), field("phone", "channel.phone"), field("fax", "channel.fax"),
            field("post", "channel.post", isLong: true),
        ]
        return SettingForm(
            to: missions ? RegisterLinks.missions : RegisterLinks.officials, reader.text("desk.register_add"),
            heading: reader.text(missions ? "desk.mission_add" : "desk.official_add"), explanation: reader.text("desk.register_add_text"),
            key + titles { _ in nil } + (missions ? seat : []) + [
                field("name", "desk.register_holder"), field("honorific", "desk.register_honorific"),
            ]
                + contacts)
    }

    /// What is known of the office itself. A field that is emptied keeps what is known.
    func facts(_ official: Official) -> SettingForm {
        let facts = official.facts
        return SettingForm(
            to: RegisterLinks.office(official.key), reader.text("desk.save"), heading: reader.text("desk.register_facts"),
            explanation: reader.text("desk.register_facts_text"),
            titles { facts.titles[$0] } + [
                field("rank", "desk.register_rank", value: facts.rank),
                field("valid_to", "desk.register_valid_to", hint: "desk.register_valid_to_hint", value: facts.validTo?.text, type: "date"),
                field("note", "desk.register_note", hint: "desk.register_note_hint", value: facts.note, isLong: true),
                SettingField(.tick, "checked", reader.text("desk.register_checked_now")),
            ])
    }

    /// "A minister has changed."
    func holder(of official: Official) -> SettingForm {
        SettingForm(
            to: RegisterLinks.holder(official.key), reader.text("desk.holder_button"), heading: reader.text("desk.holder_title"),
            explanation: reader.text("desk.holder_text"),
            [
                field("name", "desk.register_holder", isNeeded: true),
                field("honorific", "desk.register_honorific", hint: "desk.register_honorific_hint"),
                field("since", "desk.holder_since", value: reader.today.text, type: "date", isNeeded: true),
            ]
                + reader.languages.map { language in
                    line(
                        "salutation_\(language.rawValue)", labelled: reader.text("desk.register_salutation", ["language": reader.name(of: language)]),
                        value: nil)
                })
    }

    func contact(of official: Official) -> SettingForm {
        let channels = Channel.allCases.filter { $0 != .solidarity }.map { ($0.rawValue, reader.text("channel.\($0.rawValue)")) }
        let states = [("", "–")] + ContactState.allCases.map { ($0.rawValue, reader.text("desk.contact_\($0.rawValue)")) }
        return SettingForm(
            to: RegisterLinks.contact(official.key), reader.text("desk.contact_button"), heading: reader.text("desk.contact_title"),
            explanation: reader.text("desk.contact_text"),
            [
                SettingField(.list, "channel", reader.text("desk.contact_channel"), value: typed["channel"] ?? "email", options: channels),
                field("place", "desk.contact_place", isLong: true),
                SettingField(.list, "state", reader.text("desk.column_state"), value: typed["state"] ?? "", options: states),
                field("note", "desk.register_note"),
            ])
    }

    /// What was typed, as a row of the register's table.
    static func table(_ form: FormBody, kind: String, key: String? = nil, today: Day, by name: String, isChecked: Bool = true) -> CSVTable {
        let own: Set<String> = ["kind", "key", "checked", "checked_on", "checked_by"]
        let typed = form.fields.filter { !own.contains($0.name) && !$0.value.allSatisfy(\.isWhitespace) }
        let fixed = [("kind", kind), ("key", key ?? form["key"] ?? "")] + (isChecked ? [("checked_on", today.text), ("checked_by", name)] : [])
        let cells = fixed + typed.map { ($0.name, $0.value) }
        return CSVTable(header: cells.map(\.0), rows: [CSVRow(line: 2, cells: cells.map(\.1))])
    }

    private func titles(_ known: (Language) -> String?) -> [SettingField] {
        reader.languages.map { language in
            line(
                "title_\(language.rawValue)", labelled: reader.text("desk.register_title", ["language": reader.name(of: language)]),
                value: known(language))
        }
    }

    private func field(
        _ name: String, _ key: String, hint: String? = nil, value: String? = nil, type: String = "text", isLong: Bool = false, isNeeded: Bool = false
    ) -> SettingField {
        SettingField(
            isLong ? .lines : .line, name, reader.text(key), hint: hint.map { reader.text($0) }, value: typed[name] ?? value ?? "", type: type,
            problem: problems[name].map(reader.words.text), isNeeded: isNeeded)
    }

    private func line(_ name: String, labelled label: String, value: String?) -> SettingField {
        SettingField(.line, name, label, value: typed[name] ?? value ?? "", problem: problems[name].map(reader.words.text))
    }
}
