import Campaign
import Documents

/// An e-mail to open in the writer's own program, by link, by file, in the browser, or piece by piece.
struct MailPage: Page {
    static var template: String { "letters/email" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let isFitting: Bool
    let isTooLong: Bool
    let tooLongNote: String?
    let mailtoHref: String
    let emptyHref: String
    let shorter: Shorter?
    let meter: Meter
    let programs: [Program]
    let webmails: [WebmailPart]
    let pieces: [CopyField]

    /// A shorter letter that fits a link.
    struct Shorter: Sendable {
        let shortHref: String
        let shortText: String
    }

    struct Meter: Sendable {
        let percent: String
        let meterText: String
    }

    struct Program: Sendable {
        let programName: String
        let verdict: String
    }

    struct WebmailPart: Sendable {
        let webmailName: String
        let webmailHref: String
        let webmailNote: String?
    }
}

extension MailPage {
    /// - Parameter words: how requests are worded, for the shorter letter.
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, asking words: AdviceWords) {
        let reader = written.reader, mail = MailPart(written), link = mail.link(mail.letter)
        let sizes = ["bytes": reader.words.grouped(link.byteCount), "budget": reader.words.grouped(MailtoLink.byteBudget)]
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            isFitting: link.fits,
            isTooLong: !link.fits,
            tooLongNote: link.fits ? nil : reader.text("letter.email_too_long", sizes),
            mailtoHref: link.text,
            emptyHref: link.withoutBody,
            shorter: link.fits
                ? nil
                : ShortLetter(mail.letter, asking: words).fitting { mail.link($0).fits }.map {
                    Shorter(shortHref: mail.link($0).text, shortText: $0.mailBody)
                },
            meter: Meter(
                percent: String(min(100, link.byteCount * 100 / MailtoLink.byteBudget)), meterText: reader.text("letter.email_size", sizes)),
            programs: MailProgram.allCases.map { program in
                let values = ["budget": reader.words.grouped(program.byteBudget)]
                return Program(
                    programName: program.name, verdict: reader.text(link.fits(program) ? "letter.program_fits" : "letter.program_cuts", values))
            },
            webmails: Webmail.allCases.map { webmail in
                let link = mail.webmail(webmail)
                return WebmailPart(
                    webmailName: webmail.name, webmailHref: link.fits ? link.text : link.withoutBody,
                    webmailNote: link.fits ? nil : reader.text("letter.webmail_bare"))
            },
            pieces: Self.pieces(mail, reader)
        )
    }

    private static func pieces(_ mail: MailPart, _ reader: Reader) -> [CopyField] {
        let language = mail.letter.language
        let lines = [
            ("mail-to", "letter.mail_to", mail.recipients.map(\.text).joined(separator: ", ")),
            ("mail-cc", "letter.mail_cc", mail.copies.map(\.text).joined(separator: ", ")), ("mail-subject", "letter.subject", mail.letter.subject),
        ]
        return lines.filter { !$0.2.isEmpty }.map { CopyField($0.0, reader.text($0.1), $0.2, in: language) }
            + [CopyField("letter-text", reader.text("letter.copy"), mail.letter.mailBody, in: language, isLong: true)]
    }
}
