import Campaign
import Documents

/// One answer at the desk: its pages with what becomes black on them, what is known of it, and what is to become of it.
struct ReplyDeskPage: Page {
    static var template: String { "desk/reply" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let actionPath: String
    let actionLabel: String
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let warnings: [String]
    let hasScans: Bool
    let scans: [DeskScanPart]
    let hasWords: Bool
    let words: [ReplyPage.WordsPart]
    let settings: [SettingForm]
    let forms: [DeskForm]
    let script: String

    /// A page of the letter.
    struct DeskScanPart: Sendable {
        let scanAnchor: String
        let legend: String
        let picturePath: String
        let pictureWords: String
        let width: String
        let height: String
        let parts: [RectanglePart]
        let covering: CoveringPart?
    }

    struct RectanglePart: Sendable {
        let x: String
        let y: String
        let partWidth: String
        let partHeight: String
    }

    /// How it is blackened.
    struct CoveringPart: Sendable {
        let coverPath: String
        let removalPath: String
        let revision: String
        let fieldID: String
        let rectangles: String
        let coverHint: String
        let squares: [SquarePart]
    }

    struct SquarePart: Sendable {
        let squareValue: String
        let squareLabel: String
    }
}

extension ReplyDeskPage {
    /// What was typed before, and what was wrong with it.
    struct Typed: Sendable {
        var form: FormBody?
        /// The page whose rectangles were typed.
        var page: Int?
        var problems = FormProblems()
    }

    init(_ reply: Reply, _ typed: Typed, hasErasedNames: Bool, duties: Duties, script: String, layout: Layout, for reader: Reader) {
        let isOwn = reply.section == reader.section.code && reply.state != .refused
        let mayTend = isOwn && duties.allow(reply.state == .published ? .release : .write, in: reply.section)
        let forms = ReplyDeskForms(reply, typed.page == nil ? typed.form : nil, typed.problems, reader, duties)
        self.layout = layout
        t = reader.words.plainTexts
        title = reply.office.isEmpty ? reader.text("reply.from_unknown") : reply.office
        let isOthers = reply.section != reader.section.code
        intro = [reply.stateText(reader), reply.whenceText(reader)] + (isOthers ? [reader.text("desk.replies_of_other")] : [])
        actionPath = DeskLinks.action(reply.reference)
        actionLabel = reader.printed(reply.reference)
        hasProblems = !typed.problems.isEmpty
        problemsTitle = typed.problems.isEmpty ? nil : reader.text("my.problems_title")
        problems = typed.problems.problems.map { field, message in
            ProblemPart(anchor: field.hasPrefix("page-") ? field : "field-\(field)", message: reader.words.text(message))
        }
        let isOpen = isOwn && reply.state == .waiting
        let warned: [String?] = [
            isOpen && !reply.scans.isEmpty ? reader.text("desk.replies_warn_sender") : nil,
            isOpen && hasErasedNames && !reply.scans.isEmpty ? reader.text("desk.replies_warn_erased") : nil,
            isOwn && reply.needsReview(on: reader) ? reader.text("desk.replies_warn_review") : nil,
        ]
        warnings = warned.compactMap { $0 }
        scans = reply.scans.map { DeskScanPart($0, reply, typed, mayTend: mayTend, reader) }
        hasScans = !scans.isEmpty
        words =
            mayTend
            ? []
            : reply.texts.sorted { $0.key.rawValue < $1.key.rawValue }.map { language, words in
                ReplyPage.WordsPart(
                    languageName: language == .undetermined ? reader.text("reply.words_title") : reader.name(of: language),
                    otherLang: language.rawValue, otherDir: "auto", otherParagraphs: words.split(separator: "\n").map(String.init))
            }
        hasWords = !words.isEmpty
        settings = mayTend ? [forms.facts] : []
        self.forms = isOwn ? forms.decisions : []
        self.script = script
    }
}

extension ReplyDeskPage.DeskScanPart {
    init(_ scan: Reply.Scan, _ reply: Reply, _ typed: ReplyDeskPage.Typed, mayTend: Bool, _ reader: Reader) {
        let number = String(scan.position), values = ["n": number, "total": String(reply.scans.count)]
        let own = typed.page == scan.position ? typed.form?["rectangles"] : nil
        scanAnchor = "page-\(number)"
        legend = reader.text("desk.replies_page", values)
        picturePath = ReplyDeskLinks.page(scan.position, of: reply.id)
        pictureWords = reader.text("reply.page_alt", values)
        width = String(scan.width)
        height = String(scan.height)
        parts = (own.flatMap { Blackening.all(in: $0) } ?? scan.hidden).map {
            ReplyDeskPage.RectanglePart(x: String($0.left), y: String($0.top), partWidth: String($0.width), partHeight: String($0.height))
        }
        covering =
            mayTend
            ? ReplyDeskPage.CoveringPart(
                coverPath: ReplyDeskLinks.page(scan.position, of: reply.id),
                removalPath: ReplyDeskLinks.pageRemoval(scan.position, of: reply.id), revision: String(reply.revision),
                fieldID: "rectangles-\(number)", rectangles: own ?? scan.hidden.text,
                coverHint: reader.text(reply.state == .waiting ? "desk.replies_cover_hint" : "desk.replies_cover_at_once"),
                squares: (1...CoverGrid.rows).flatMap { row in
                    (1...CoverGrid.columns).map { column in
                        ReplyDeskPage.SquarePart(
                            squareValue: "\(row)-\(column)",
                            squareLabel: reader.text("desk.replies_square", ["row": String(row), "column": String(column)]))
                    }
                }) : nil
    }
}

extension Reply {
    fileprivate func whenceText(_ reader: Reader) -> String {
        reader.text(
            isFromDesk ? "desk.replies_from_desk" : "desk.replies_from_form",
            [
                "date": reader.days.long(handedOn),
                "until": reader.days.long(handedOn.adding(days: ReplyBounds.keptDays)),
            ])
    }
}
