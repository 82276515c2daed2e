import Campaign
import Documents

/// One published answer: its pages as pictures, and what it says in words.
struct ReplyPage: Page {
    static var template: String { "replies/show" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let countryName: String
    let reference: String
    let isExample: Bool
    let headline: String
    let textLang: String
    let textDir: String
    let reply: ReplyPart
    let hasScans: Bool
    let scans: [ScanPart]
    let hasOthers: Bool
    /// The same words in other languages.
    let others: [WordsPart]
    let actionPath: String

    struct ScanPart: Sendable {
        let picturePath: String
        let pictureWords: String
        let width: String
        let height: String

        init(_ scan: Reply.Scan, path: String, of count: Int, for reader: Reader) {
            picturePath = path
            pictureWords = reader.text("reply.page_alt", ["n": String(scan.position), "total": String(count)])
            width = String(scan.width)
            height = String(scan.height)
        }
    }

    struct WordsPart: Sendable {
        let languageName: String
        let otherLang: String
        let otherDir: String
        let otherParagraphs: [String]
    }

    init(_ found: Reply, _ view: ActionView, layout: Layout) {
        let reader = view.reader, shown = found.text(in: reader.languages)?.language
        self.layout = layout
        t = reader.words.plainTexts
        breadcrumb = view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))]
        countryName = view.countryName
        reference = view.reference
        isExample = view.action.isInvented
        headline = view.headline
        textLang = view.textLanguage.rawValue
        textDir = view.textLanguage.direction
        reply = ReplyPart(found, of: view.action.reference, for: reader)
        scans = found.scans.map {
            ScanPart(
                $0, path: ReplyLinks.picture($0.position, of: found.id, to: view.action.reference, reader.language), of: found.scans.count,
                for: reader)
        }
        hasScans = !scans.isEmpty
        others = found.texts.filter { $0.key != shown }.sorted { $0.key.rawValue < $1.key.rawValue }.map { language, words in
            WordsPart(
                languageName: language == .undetermined ? reader.text("reply.words_title") : reader.name(of: language),
                otherLang: language.rawValue, otherDir: language == .undetermined ? "auto" : language.direction,
                otherParagraphs: words.split(separator: "\n").map(String.init))
        }
        hasOthers = !others.isEmpty
        actionPath = view.path(in: reader.language)
    }
}
