package import Documents

/// What one supporter is told at one time: an alert, or a digest of several. Finished but for the form in which a carrier hands it over.
package struct AlertNotice: Sendable {
    /// The same at every attempt and in every process, so that whoever receives twins can drop one. Says nothing of the supporter.
    package let id: String
    package let supporter: Supporter.ID
    /// Sealed for ``IdentityPlace/address(of:)``; nil for those who gave none.
    package let address: Sealed?
    /// Where their browser takes notices; nil for those who are written to by mail.
    package let browser: PushSubscription?
    package let section: Section
    package let language: Language
    package let subject: String
    /// What stands below the subject where there is room for little: why it comes, or the subjects of a digest, one a line.
    package let summary: String
    /// The whole of it as text, with the way out at its end.
    package let plain: String
    /// The same as a page without images; empty when there is none.
    package let html: String
    /// At most one SMS: 160 letters of GSM 03.38, or 70 of UCS-2.
    package let short: String
    /// The address on the section's host where it can be read and acted upon.
    package let link: String
    /// Where alerts are ended, by a button or one POST (RFC 8058).
    package let stop: String
    /// For the return path; ``BounceToken`` reads it.
    package let returnToken: String
    package let isSameDay: Bool

    package init(
        id: String, supporter: Supporter.ID, address: Sealed?, browser: PushSubscription?, section: Section, language: Language, subject: String,
        summary: String, plain: String, html: String, short: String, link: String, stop: String, returnToken: String, isSameDay: Bool
    ) {
        self.id = id
        self.supporter = supporter
        self.address = address
        self.browser = browser
        self.section = section
        self.language = language
        self.subject = subject
        self.summary = summary
        self.plain = plain
        self.html = html
        self.short = short
        self.link = link
        self.stop = stop
        self.returnToken = returnToken
        self.isSameDay = isSameDay
    }
}
