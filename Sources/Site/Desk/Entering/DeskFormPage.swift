import Campaign

/// A page with one thing to do: sign in, come in for the first time, type a code once more.
struct DeskFormPage: Page {
    static var template: String { "desk/form" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let picturePath: String?
    let pictureWords: String?
    let pictureText: String?
    let forms: [DeskForm]
    let passkey: PasskeyPart?

    init(
        title: String, intro: [String], _ form: DeskForm, problems: FormProblems = FormProblems(),
        picture: (path: String, words: String, text: String)? = nil, passkey: PasskeyPart? = nil,
        before first: [DeskForm] = [], layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        hasProblems = !problems.isEmpty
        problemsTitle = problems.isEmpty ? nil : reader.text("my.problems_title")
        self.problems = ProblemPart.all(problems, in: reader.words)
        picturePath = picture?.path
        pictureWords = picture?.words
        pictureText = picture?.text
        forms = first + [form]
        self.passkey = passkey
    }
}
