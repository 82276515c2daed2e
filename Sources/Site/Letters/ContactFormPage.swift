import Campaign
import Documents

/// The form of an office, and the pieces to put into it.
struct ContactFormPage: Page {
    static var template: String { "letters/form" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let offices: [Office]
    let pieces: [CopyField]

    struct Office: Sendable {
        let officeName: String
        let formText: String
        let formHref: String?
    }
}

extension ContactFormPage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout) {
        let reader = written.reader, letter = written.joint, language = letter.language
        let pieces = [
            ("piece-name", "write.name", letter.name, false), ("piece-place", "write.place", written.choice.place, false),
            ("piece-subject", "letter.subject", letter.subject, false), ("letter-text", "letter.copy", letter.mailBody, true),
        ]
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            offices: written.ones.flatMap { one in
                one.addressee.usableContacts.filter { $0.way == .contactForm }.map {
                    Office(officeName: one.addressee.printedName, formText: $0.place ?? "", formHref: $0.href)
                }
            },
            pieces: pieces.filter { !$0.2.isEmpty }.map { CopyField($0.0, reader.text($0.1), $0.2, in: language, isLong: $0.3) }
        )
    }
}
