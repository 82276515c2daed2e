import Campaign
import Documents

/// A draft as readers will see it, beside the mail and the documents made of it.
struct PreviewPage: Page {
    static var template: String { "desk/preview" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let backPath: String
    let languages: [Tab]
    let framePath: String
    let mailSubject: String?
    let mailText: String
    let mailLang: String
    let mailDir: String
    let hasFiles: Bool
    let files: [File]

    struct Tab: Sendable {
        let tabLabel: String
        let tabPath: String
        let isCurrent: Bool
    }

    struct File: Sendable {
        let fileLabel: String
        let filePath: String
    }

    init(
        title: String, backPath: String, languages: [Tab], framePath: String, mail: AlertText?, files: [File], layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.backPath = backPath
        self.languages = languages
        self.framePath = framePath
        mailSubject = mail?.subject
        mailText = mail?.plain ?? ""
        mailLang = mail?.language.rawValue ?? reader.language.rawValue
        mailDir = mail?.language.direction ?? reader.language.direction
        self.files = files
        hasFiles = !files.isEmpty
    }
}
