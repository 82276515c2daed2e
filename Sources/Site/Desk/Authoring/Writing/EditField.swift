import Campaign
import Documents

/// One box of a form in which a case is written.
struct EditField: Sendable {
    let fieldName: String
    let fieldID: String
    let label: String
    let hint: String?
    let problem: String?
    let value: String
    let most: Int
    let rows: Int
    let fieldLang: String?
    let fieldDir: String
    let isArea: Bool
    let isLine: Bool
    let inputType: String
    let isList: Bool
    let isTicks: Bool
    let isHidden: Bool
    let options: [Option]

    struct Option: Sendable {
        let optionID: String
        let optionValue: String
        let optionLabel: String
        let isChosen: Bool
    }

    enum Kind { case line, date, area(Int), list, ticks, hidden }

    init(
        _ name: String, _ label: String, _ value: String, _ kind: Kind = .line, hint: String? = nil, problem: String? = nil, most: Int = 300,
        in language: Language? = nil, options: [(String, String)] = []
    ) {
        let chosen = Set(value.split(separator: " ").map(String.init))
        fieldName = name
        fieldID = "f-" + name.replacing(".", with: "-")
        self.label = label
        self.hint = hint
        self.problem = problem
        self.value = value
        self.most = most
        fieldLang = language?.rawValue
        fieldDir = language?.direction ?? "auto"
        (isArea, rows) = if case .area(let rows) = kind { (true, rows) } else { (false, 0) }
        isLine = if case .line = kind { true } else if case .date = kind { true } else { false }
        inputType = if case .date = kind { "date" } else { "text" }
        isList = if case .list = kind { true } else { false }
        isTicks = if case .ticks = kind { true } else { false }
        isHidden = if case .hidden = kind { true } else { false }
        let id = fieldID
        let isMany = isTicks
        self.options = options.map {
            Option(optionID: "\(id)-\($0.0)", optionValue: $0.0, optionLabel: $0.1, isChosen: isMany ? chosen.contains($0.0) : $0.0 == value)
        }
    }
}

/// Boxes that belong together, under one heading.
struct EditGroup: Sendable {
    let groupHeading: String?
    let groupHint: String?
    let isRow: Bool
    let fields: [EditField]

    init(_ heading: String? = nil, hint: String? = nil, isRow: Bool = false, _ fields: [EditField]) {
        groupHeading = heading
        groupHint = hint
        self.isRow = isRow
        self.fields = fields
    }
}
