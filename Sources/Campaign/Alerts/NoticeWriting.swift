import Documents
import Foundation

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
        let told = parcel.contents.told
        guard let reader = parcel.contents.reader, let language = parcel.contents.language, let first = told.first else { return nil }
        let alerts = told.map(\.delivery.alert), section = first.alert.section
        let framed = parcel.contents.frames.frame(
            NoticeFrames.Key(alerts: alerts, language: language, isDigest: parcel.isDigest, isForGroup: reader.network == .group)
        ) {
            let texts = told.compactMap { $0.alert.texts[language] ?? $0.alert.texts.values.first }
            let written = told.map(\.alert).filter { $0.alert.kind.asksForLetters }.map(\.reference)
            let frame = self.frame(
                texts, isDigest: parcel.isDigest, language, section, pack: reader.network == .group ? packPart(written, language, section) : nil)
            let link = told.count > 1 ? links.list(language, of: section) : links.action(first.alert.reference, language, of: section)
            return NoticeFrames.Framed(frame: frame, link: link, stopStart: links.supporters.stopStart(language, of: section))
        }
        return notice(
            framed.frame, key: alerts.map(\.text).joined(separator: " "),
            to: Receiver(id: reader.id, address: reader.address, browser: reader.browser), language, section, link: framed.link,
            stopStart: framed.stopStart, isSameDay: told.contains { $0.alert.alert.isSameDay })
    }

    /// Who is told, and by which ways.
    struct Receiver: Sendable {
        let id: Supporter.ID
        var address: Sealed?
        var browser: PushSubscription?
    }

    /// - Parameters:
    ///   - key: what tells this notice from others to the same supporter.
    ///   - link: where it is read and acted upon.
    ///   - stopStart: what the address begins with that ends it; worked out when it is not given.
    func notice(
        _ frame: NoticeFrame, key: String, to receiver: Receiver, _ language: Language, _ section: Section, link: String,
        stopStart: String? = nil, isSameDay: Bool
    ) -> AlertNotice {
        let supporter = receiver.id, stopStart = stopStart ?? links.supporters.stopStart(language, of: section)
        return AlertNotice(
            id: String(keyring.mark("\(key) \(supporter.text)", purpose: "message").prefix(32)), to: receiver, section: section,
            language: language, frame: frame, link: link, stop: stopStart + UnsubscribeToken.text(supporter, keyring),
            returnToken: BounceToken.text(supporter, keyring), isSameDay: isSameDay)
    }

    /// Where a group finds what its evening needs; nil where no letter is asked for.
    func packPart(_ references: [Reference], _ language: Language, _ section: Section) -> AlertWriting.Part? {
        references.isEmpty ? nil : .link(catalogue[language].text("alert.pack"), links.pack(references, language, of: section))
    }

    /// - Parameters:
    ///   - texts: at least one.
    ///   - pack: what a group gets besides.
    func frame(_ texts: [AlertText], isDigest: Bool, _ language: Language, _ section: Section, pack: AlertWriting.Part? = nil) -> NoticeFrame {
        let words = catalogue[language], home = links.supporters.home(language, of: section), foot = Foot(words, section, home: home)
        let subject = isDigest ? words.count("alert.digest.subject", texts.count) : texts.first?.subject ?? ""
        let intro = isDigest ? words.text("alert.digest.intro") : nil
        return NoticeFrame(
            subject: subject,
            plain: .init(
                before: ([intro] + texts.map(\.plain) + [pack?.plain, foot.plain.before]).compactMap { $0 }.joined(separator: "\n\n* * *\n\n"),
                after: foot.plain.after),
            html: .init(
                before: Self.head(language, subject, intro).text
                    + (texts.map(\.html) + [pack?.html.text, foot.html.before].compactMap { $0 }).joined(separator: "\n<hr>\n"),
                after: foot.html.after + "\n</body></html>\n"),
            short: texts.first?.short ?? "",
            summary: texts.count > 1 ? texts.map(\.subject).joined(separator: "\n") : texts.first?.plain.components(separatedBy: "\n\n")[0] ?? "")
    }

    private static func head(_ language: Language, _ subject: String, _ intro: String?) -> HTML {
        let lead: HTML? = intro.map { "<p>\($0)</p>" }
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(direction)"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width"><title>\(subject)</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 0 auto; padding: 16px">
            \(lead)
            """
    }
}

/// Why somebody gets this, and how it ends: what stands before and after the address that ends it.
private struct Foot {
    let plain: NoticeFrame.Halves
    let html: NoticeFrame.Halves

    init(_ words: Translations, _ section: Section, home: String) {
        let why = words.text("alert.why", ["section": section.name]), change = words.text("alert.change"), end = words.text("alert.stop")
        plain = .init(before: "\(why)\n\(change)\n\(home)\n\(end)\n", after: "\n")
        let before: HTML = "<p>\(why)</p>\n<p><a href=\"\(home)\">\(change)</a><br><a href=\"", after: HTML = "\">\(end)</a></p>"
        html = .init(before: before.text, after: after.text)
    }
}
