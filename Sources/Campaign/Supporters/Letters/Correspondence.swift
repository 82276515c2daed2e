import Documents

/// Writes letters to supporters and posts them.
package struct Correspondence: Sendable {
    let links: SupporterLinks
    let catalogue: Catalogue
    private let postbox: (any Postbox)?

    /// - Parameter postbox: nil where no mail server is set: nothing is posted then, and nobody is asked by mail.
    package init(links: SupporterLinks, catalogue: Catalogue, postbox: (any Postbox)?) {
        self.links = links
        self.catalogue = catalogue
        self.postbox = postbox
    }

    /// Whether anything can be posted.
    var sendsMail: Bool { postbox != nil }

    /// Called after the commit: a letter must not promise what was rolled back.
    ///
    /// - Parameter id: of the letter, the same however often it is tried.
    func post(
        _ occasion: SupporterLetter.Occasion, to address: MailAddress, of section: Section, in language: Language, id: String, link: String?
    ) async {
        guard let postbox else { return }
        let words = LetterWords(occasion, section: section, link: link, catalogue[language])
        await postbox.post(
            SupporterLetter(
                occasion: occasion, to: address, section: section, language: words.language, id: id, subject: words.subject, text: words.text,
                html: words.html))
    }
}
