import Documents

/// What a letter to a supporter says: a greeting, why it comes, one link on a line of its own, and what to do if it was not expected.
struct LetterWords {
    let language: Language
    let subject: String
    private let opening: [String]
    private let button: String
    private let link: String?
    private let closing: [String]

    init(_ occasion: SupporterLetter.Occasion, section: Section, link: String?, _ words: Translations) {
        let values = [
            "section": section.name, "contact": section.contactEmail ?? section.host, "hours": String(Retention.unconfirmedSeconds / 3_600),
            "minutes": String(Retention.signInSeconds / 60), "days": String(Retention.stayDays),
        ]
        func said(_ part: String) -> String { words.text("supporter_mail.\(occasion.rawValue).\(part)", values) }
        language = words.language
        subject = said("subject")
        opening = [words.text("supporter_mail.hello"), said("why")]
        button = link == nil ? "" : said("button")
        self.link = link
        closing = [said("else"), words.text("supporter_mail.automatic", values), section.name]
    }

    /// With the link on a line of its own, as mail programs find it.
    var text: String {
        let linked = link.map { ["\(button)\n\($0)"] } ?? []
        return (opening + linked + closing).joined(separator: "\n\n") + "\n"
    }

    /// The same words; nothing is fetched when it is read.
    var html: String {
        let linked = link.map { ["<p><a href=\"\(Self.escaped($0))\">\(Self.escaped(button))</a></p>", "<p>\(Self.escaped($0))</p>"] } ?? []
        let body = opening.map(Self.paragraph) + linked + closing.map(Self.paragraph)
        return """
            <!doctype html>
            <html lang="\(Self.escaped(language.rawValue))"\(language.isRightToLeft ? " dir=\"rtl\"" : "")>
            <head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
            <body>
            \(body.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static func paragraph(_ text: String) -> String { "<p>\(escaped(text))</p>" }

    private static func escaped(_ text: String) -> String { ("\(text)" as HTML).text }
}
