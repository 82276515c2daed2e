import Campaign

/// A page of the desk with several things to set: where one is among its like, what went wrong, tables, forms.
struct RoomPage: Page {
    static var template: String { "desk/room" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let hasTabs: Bool
    let tabs: [Layout.Link]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let notice: String?
    let picture: PicturePart?
    let finders: [SettingForm]
    let tables: [DeskTable]
    let settings: [SettingForm]
    let passkey: PasskeyPart?

    struct PicturePart: Sendable {
        let picturePath: String
        let pictureWords: String
        let width: Int
        let height: Int
    }

    init(
        title: String, intro: [String] = [], tabs: [Layout.Link] = [], problems: FormProblems = FormProblems(), notice: String? = nil,
        picture: PicturePart? = nil, finders: [SettingForm] = [], tables: [DeskTable] = [], forms: [SettingForm] = [], passkey: PasskeyPart? = nil,
        layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        hasTabs = !tabs.isEmpty
        self.tabs = tabs
        hasProblems = !problems.isEmpty
        problemsTitle = problems.isEmpty ? nil : reader.text("my.problems_title")
        self.problems = problems.problems.map { field, message in
            ProblemPart(anchor: "field-" + field.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined(), message: reader.words.text(message))
        }
        self.notice = notice
        self.picture = picture
        self.finders = finders
        self.tables = tables
        settings = forms
        self.passkey = passkey
    }
}
