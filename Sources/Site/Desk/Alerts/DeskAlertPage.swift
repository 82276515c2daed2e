import Campaign
import Documents

/// An alert as its readers get it, language by language, and what can be done with it.
struct DeskAlertPage: Page {
    static var template: String { "desk/alert" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let tables: [DeskTable]
    let mails: [MailText]
    let forms: [DeskForm]

    struct MailText: Sendable {
        let languageName: String
        let mailLang: String
        let mailDir: String
        let mailSubject: String
        let mailText: String
        let shortText: String
    }

    init(title: String, intro: [String], texts: [AlertText], tables: [DeskTable] = [], forms: [DeskForm], layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        self.tables = tables
        mails = texts.map {
            MailText(
                languageName: reader.name(of: $0.language), mailLang: $0.language.rawValue, mailDir: $0.language.direction, mailSubject: $0.subject,
                mailText: $0.plain, shortText: $0.short)
        }
        self.forms = forms
    }
}
