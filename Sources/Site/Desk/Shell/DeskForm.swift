import Campaign

/// A form of the desk: what it does is said above its button.
struct DeskForm: Sendable {
    let formPath: String
    let heading: String?
    let explanation: String?
    let fields: [Field]
    let buttonLabel: String
    let buttonName: String?
    let isGrave: Bool
    let hiddenFields: [HiddenField]

    init(
        to path: String, _ button: String, naming buttonName: String? = nil, heading: String? = nil, explanation: String? = nil, fields: [Field] = [],
        hidden: [HiddenField] = [], isGrave: Bool = false
    ) {
        formPath = path
        buttonLabel = button
        self.buttonName = buttonName
        self.heading = heading
        self.explanation = explanation
        self.fields = fields
        hiddenFields = hidden
        self.isGrave = isGrave
    }

    /// One line to type in, a list to choose from, or a box to tick.
    struct Field: Sendable {
        let fieldName: String
        let fieldID: String
        let label: String
        let hint: String?
        let problem: String?
        let inputType: String
        let fieldValue: String
        let autocomplete: String
        let isList: Bool
        let isTick: Bool
        let isArea: Bool
        let isChosen: Bool
        let isNeeded: Bool
        let options: [Option]

        struct Option: Sendable {
            let optionValue: String
            let optionLabel: String
            let isChosen: Bool
        }

        /// - Parameter id: differs from the name where several forms of a page have a field of one name.
        init(
            _ name: String, _ label: String, id: String? = nil, hint: String? = nil, type: String = "text", value: String = "",
            problem: String? = nil,
            autocomplete: String = "off", isNeeded: Bool = true
        ) {
            self.init(
                name, label, id, hint, problem, type, value, autocomplete, isList: false, isTick: false, isChosen: false, isNeeded: isNeeded, [])
        }

        /// Room for several lines.
        static func area(_ name: String, _ label: String, hint: String? = nil, value: String = "", problem: String? = nil) -> Field {
            Field(
                name, label, nil, hint, problem, "", value, "off", isList: false, isTick: false, isArea: true, isChosen: false, isNeeded: false, [])
        }

        static func list(_ name: String, _ label: String, id: String? = nil, problem: String? = nil, _ options: [(String, String)], chosen: String?)
            -> Field
        {
            Field(
                name, label, id, nil, problem, "", "", "off", isList: true, isTick: false, isChosen: false, isNeeded: true,
                options.map { Option(optionValue: $0.0, optionLabel: $0.1, isChosen: $0.0 == chosen) })
        }

        /// A list from which nothing need be chosen.
        static func choice(_ name: String, _ label: String, id: String? = nil, chosen: String? = nil, _ options: [(String, String)]) -> Field {
            Field(
                name, label, id, nil, nil, "", "", "off", isList: true, isTick: false, isChosen: false, isNeeded: false,
                options.map { Option(optionValue: $0.0, optionLabel: $0.1, isChosen: $0.0 == chosen) })
        }

        static func tick(_ name: String, _ label: String) -> Field {
            Field(name, label, nil, nil, nil, "", "1", "off", isList: false, isTick: true, isChosen: false, isNeeded: false, [])
        }

        private init(
            _ name: String, _ label: String, _ id: String?, _ hint: String?, _ problem: String?, _ type: String, _ value: String,
            _ autocomplete: String, isList: Bool, isTick: Bool, isArea: Bool = false, isChosen: Bool, isNeeded: Bool, _ options: [Option]
        ) {
            fieldName = name
            fieldID = id ?? name
            self.label = label
            self.hint = hint
            self.problem = problem
            inputType = type
            fieldValue = value
            self.autocomplete = autocomplete
            self.isList = isList
            self.isTick = isTick
            self.isArea = isArea
            self.isChosen = isChosen
            self.isNeeded = isNeeded
            self.options = options
        }
    }
}
