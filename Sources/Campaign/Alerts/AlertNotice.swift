package import Documents
import Mail

/// What one supporter is told at one time: an alert, or a digest of several. Finished but for the form in which a carrier hands it over.
package final class AlertNotice: Sendable {
    /// The same at every attempt and in every process, so that whoever receives twins can drop one. Says nothing of the supporter.
    package let id: String
    package let supporter: Supporter.ID
    /// Sealed for ``IdentityPlace/address(of:)``; nil for those who gave none.
    package let address: Sealed?
    /// Where their browser takes notices; nil for those who are written to by mail.
    package let browser: PushSubscription?
    package let section: Section
    package let language: Language
    /// What it says, but for the way out.
    let frame: NoticeFrame
    /// The address on the section's host where it can be read and acted upon.
    package let link: String
    /// Where alerts are ended, by a button or one POST (RFC 8058).
    package let stop: String
    /// For the return path; `BounceToken` reads it.
    package let returnToken: String
    package let isSameDay: Bool

    init(
        id: String, to receiver: NoticeWriting.Receiver, section: Section, language: Language, frame: NoticeFrame, link: String, stop: String,
        returnToken: String, isSameDay: Bool
    ) {
        self.id = id
        supporter = receiver.id
        address = receiver.address
        browser = receiver.browser
        self.section = section
        self.language = language
        self.frame = frame
        self.link = link
        self.stop = stop
        self.returnToken = returnToken
        self.isSameDay = isSameDay
    }
}

extension AlertNotice {
    package var subject: String { frame.subject }

    /// What stands below the subject where there is room for little: why it comes, or the subjects of a digest, one a line.
    package var summary: String { frame.summary }

    /// The whole of it as text, with the way out at its end.
    package var plain: String { frame.plain.with(stop) }

    /// The same as a page without images.
    package var html: String { frame.html.with(escapedStop) }

    /// At most one SMS: 160 letters of GSM 03.38, or 70 of UCS-2.
    package var short: String { frame.short }

    /// The same two as mail carries them.
    var mailed: (plain: MessageText, html: MessageText) {
        (frame.plain.mailed(with: stop), frame.html.mailed(with: escapedStop))
    }

    private var escapedStop: String { ("\(stop)" as HTML).text }
}
