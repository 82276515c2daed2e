import Documents

/// Makes the notice of a parcel: the alerts' words in the supporter's language, and the way out at the end.
package struct NoticeWriting: Sendable {
    let catalogue: Catalogue
    let links: AlertLinks
    let keyring: Keyring

    package init(catalogue: Catalogue, links: AlertLinks, keyring: Keyring) {
        self.catalogue = catalogue
        self.links = links
        self.keyring = keyring
    }

    /// nil when nothing is left to be told.
    func callAsFunction(_ parcel: Parcel) -> AlertNotice? {
        guard let reader = parcel.contents.reader, let language = parcel.contents.language, let first = parcel.contents.told.first else { return nil }
        let texts = parcel.contents.told.compactMap { $0.alert.texts[language] ?? $0.alert.texts.values.first }
        let key = parcel.contents.told.map(\.delivery.alert.text).joined(separator: " ")
        return notice(
            texts, isDigest: parcel.isDigest, key: key, to: reader.id, reader.address, language, first.alert.section,
            isSameDay: parcel.contents.told.contains { $0.alert.alert.isSameDay })
    }

    /// - Parameter key: what tells this notice from others to the same supporter.
    func notice(
        _ texts: [AlertText], isDigest: Bool, key: String, to supporter: Supporter.ID, _ address: Sealed?, _ language: Language, _ section: Section,
        isSameDay: Bool
    ) -> AlertNotice? {
        guard let first = texts.first else { return nil }
        let words = catalogue[language], stop = links.supporters.stop(supporter, keyring, language, of: section)
        let foot = Foot(words, section, home: links.supporters.home(language, of: section), stop: stop)
        let subject = isDigest ? words.count("alert.digest.subject", texts.count) : first.subject
        let intro = isDigest ? words.text("alert.digest.intro") : nil
        return AlertNotice(
            id: String(keyring.mark("\(key) \(supporter.text)", purpose: "message").prefix(32)), supporter: supporter, address: address,
            section: section, language: language, subject: subject,
            plain: ([intro] + texts.map(\.plain) + [foot.plain]).compactMap { $0 }.joined(separator: "\n\n* * *\n\n"),
            html: Self.page(language, subject, intro, texts, foot), short: first.short, link: links.supporters.home(language, of: section),
            stop: stop, returnToken: BounceToken.text(supporter, keyring), isSameDay: isSameDay)
    }

    private static func page(_ language: Language, _ subject: String, _ intro: String?, _ texts: [AlertText], _ foot: Foot) -> String {
        let lead: HTML? = intro.map { "<p>\($0)</p>" }
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        let head: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(direction)"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width"><title>\(subject)</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 0 auto; padding: 16px">
            \(lead)
            """
        return head.text + texts.map(\.html).joined(separator: "\n<hr>\n") + "\n<hr>\n" + foot.html.text + "\n</body></html>\n"
    }
}

/// Why somebody gets this, and how it ends.
private struct Foot {
    let plain: String
    let html: HTML

    init(_ words: Translations, _ section: Section, home: String, stop: String) {
        let why = words.text("alert.why", ["section": section.name]), change = words.text("alert.change"), end = words.text("alert.stop")
        plain = "\(why)\n\(change)\n\(home)\n\(end)\n\(stop)\n"
        html = "<p>\(why)</p>\n<p><a href=\"\(home)\">\(change)</a><br><a href=\"\(stop)\">\(end)</a></p>"
    }
}
