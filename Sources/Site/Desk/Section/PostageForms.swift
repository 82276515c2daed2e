import Campaign
import Documents

/// The forms for one rate and one route of a section's post: the columns of its table (docs/postage.md) as fields.
struct PostageForms {
    enum Kind: String { case rate, route }

    let section: Section
    let reader: Reader
    let typed: FormBody
    let problems: FormProblems

    /// - Parameter kind: of the form that was sent, or of the row that is to be corrected.
    func form(_ kind: Kind, isTyped: Bool) -> SettingForm {
        let names = kind == .rate ? Self.rate : Self.route
        return SettingForm(
            to: SectionLinks.postage(section.code), reader.text("desk.save"), heading: reader.text("desk.postage_\(kind.rawValue)"),
            explanation: reader.text("desk.postage_\(kind.rawValue)_text"), names.map { field($0, kind, isTyped: isTyped) },
            hidden: [("kind", kind.rawValue)])
    }

    private static let rate = [
        "zone", "destinations", "valid_from", "currency", "price", "grams", "days_min", "days_max", "days_trust", "checked_on", "trust", "source",
        "link",
    ]
    private static let route = ["destinations", "status", "valid_from", "checked_on", "source", "link"]

    private func field(_ name: String, _ kind: Kind, isTyped: Bool) -> SettingField {
        let value = isTyped ? typed[name] ?? "" : "", id = "field-" + "\(kind.rawValue)-\(name)".replacing("_", with: "-")
        let problem = isTyped ? problems[name].map(reader.words.text) : nil, label = reader.text("desk.postage_\(name)")
        switch name {
        case "trust", "days_trust":
            return list(name, label, ["unverified", "verified"].map { ($0, reader.text("desk.postage_trust_\($0)")) }, value, id)
        case "status":
            return list(name, label, PostalRoute.Status.allCases.map { ($0.rawValue, reader.text("desk.postage_status_\($0.rawValue)")) }, value, id)
        case "zone", "destinations", "price":
            return SettingField(
                .line, name, label, hint: reader.text("desk.postage_\(name)_hint"), value: value, problem: problem, isNeeded: name != "price", id: id)
        case "valid_from", "checked_on":
            return SettingField(.line, name, label, value: value, type: "date", problem: problem, isNeeded: name == "valid_from", id: id)
        default: return SettingField(.line, name, label, value: value, problem: problem, isNeeded: name == "source", id: id)
        }
    }

    private func list(_ name: String, _ label: String, _ options: [(String, String)], _ value: String, _ id: String) -> SettingField {
        SettingField(.list, name, label, value: value, options: options, id: id)
    }
}

extension PostalTable {
    /// What one form says, as a table of one row; or what is wrong with it, by its field.
    init(_ form: FormBody) throws(FormProblems) {
        let cells = Self.columns.map { column in String((form[column] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500)) }
        let (table, wrong) = Self.read(CSVTable(header: Self.columns, rows: [CSVRow(line: 1, cells: cells.map(\.trimmingBlanks))]))
        var problems = FormProblems()
        for problem in wrong {
            let column = problem.message.values["column"] ?? "zone"
            let wanted = problem.message.values["wanted"]
            problems.add(column, wanted.map { Message("desk.postage_problem", ["wanted": $0]) } ?? Message("desk.postage_missing"))
        }
        if form["trust"] == "verified", (form["checked_on"] ?? "").trimmingBlanks.isEmpty {
            problems.add("checked_on", Message("desk.postage_verified_day"))
        }
        if (form["grams"] ?? "").trimmingBlanks == "0" { problems.add("grams", Message("desk.postage_problem", ["wanted": "20"])) }
        guard problems.isEmpty else { throw problems }
        self = table
    }
}
