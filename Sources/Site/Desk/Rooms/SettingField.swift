import Campaign

/// A field of a form of settings: a line, several lines, a list, a box, a colour or a file.
struct SettingField: Sendable {
    enum Kind: Sendable { case line, lines, list, tick, colour, file }

    struct Option: Sendable {
        let optionValue: String
        let optionLabel: String
        let isChosen: Bool
    }

    let fieldName: String
    let fieldID: String
    let label: String
    let hint: String?
    let problem: String?
    let inputType: String
    let fieldValue: String
    let accepts: String?
    let isLine: Bool
    let isLines: Bool
    let isList: Bool
    let isTick: Bool
    let isColour: Bool
    let isFile: Bool
    let isChosen: Bool
    let isNeeded: Bool
    let options: [Option]

    init(
        _ kind: Kind = .line, _ name: String, _ label: String, hint: String? = nil, value: String = "", type: String = "text",
        problem: String? = nil, options: [(String, String)] = [], isNeeded: Bool = false, isChosen: Bool = false, accepts: String? = nil,
        id: String? = nil
    ) {
        fieldName = name
        fieldID = id ?? "field-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        self.label = label
        self.hint = hint
        self.problem = problem
        inputType = type
        fieldValue = value
        self.accepts = accepts
        isLine = kind == .line
        isLines = kind == .lines
        isList = kind == .list
        isTick = kind == .tick
        isColour = kind == .colour
        isFile = kind == .file
        self.isChosen = isChosen
        self.isNeeded = isNeeded
        self.options = options.map { Option(optionValue: $0.0, optionLabel: $0.1, isChosen: $0.0 == value) }
    }
}

/// A form of settings. What it does is said above its button.
struct SettingForm: Sendable {
    let formPath: String
    let method: String
    let encoding: String
    let heading: String?
    let explanation: String?
    let groups: [Group]
    let hiddenFields: [HiddenField]
    let buttonLabel: String
    let isGrave: Bool

    /// Fields that belong together, under a heading where there are several groups.
    struct Group: Sendable {
        let legend: String?
        let settings: [SettingField]
    }

    init(
        to path: String, _ button: String, isSearch: Bool = false, hasFile: Bool = false, heading: String? = nil, explanation: String? = nil,
        _ fields: [SettingField] = [], groups: [Group] = [], hidden: [(String, String)] = [], isGrave: Bool = false
    ) {
        formPath = path
        method = isSearch ? "get" : "post"
        encoding = hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
        self.heading = heading
        self.explanation = explanation
        self.groups = (fields.isEmpty ? [] : [Group(legend: nil, settings: fields)]) + groups
        hiddenFields = hidden.map { HiddenField(fieldName: $0.0, fieldValue: $0.1) }
        buttonLabel = button
        self.isGrave = isGrave
    }
}
