import Campaign
import Documents

/// Takes the code that was texted to a number.
struct PhoneCodePage: Page {
    static var template: String { "alerts/phone" }

    let layout: Layout
    let t: [String: String]
    let phonePath: String
    let myPath: String
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let codeProblem: String?

    init(token: String, problems: FormProblems, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        phonePath = Links.phone(token, reader.language)
        myPath = Links.my(reader.language)
        hasProblems = !problems.isEmpty
        problemsTitle = problems.isEmpty ? nil : reader.text("my.problems_title")
        self.problems = ProblemPart.all(problems, in: reader.words)
        codeProblem = problems["code"].map(reader.words.text)
    }
}

/// The field for a number, where text messages can be sent.
struct PhoneField: Sendable {
    let phoneValue: String
    let phoneProblem: String?

    init(typed: FormBody, problems: FormProblems, for reader: Reader) {
        phoneValue = typed["phone"] ?? ""
        phoneProblem = problems["phone"].map(reader.words.text)
    }

    /// The number that a form gives; nil when the field is empty or not there. Throws `FormProblems` (`phone`).
    static func number(_ form: FormBody) throws(FormProblems) -> MobileNumber? {
        guard let typed = form["phone"], !typed.allSatisfy(\.isWhitespace) else { return nil }
        guard let number = MobileNumber(typed: typed) else {
            var problems = FormProblems()
            problems.add("phone", Message("phone.problem"))
            throw problems
        }
        return number
    }
}
