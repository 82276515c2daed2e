package import Documents

/// A letter from the section to one supporter, finished: in their language, text first, with nothing in it that a visitor typed.
///
/// It may hold a link that opens something, so it lies in no row and in no log; only memory has it until it is sent.
package struct SupporterLetter: Sendable, Equatable {
    package enum Occasion: String, Sendable, CaseIterable {
        /// Press a button to join.
        case confirm
        /// Somebody gave this address at sign-up and it is already with us.
        case alreadyWithUs = "already_with_us"
        case signIn = "sign_in"
        /// To the new address: press a button to have it used.
        case newAddress = "new_address"
        /// To the old address: another one is used from now on.
        case addressChanged = "address_changed"
        /// Long away: press a button to stay.
        case stay
        /// Everything was erased.
        case goodbye
        /// To somebody of the staff: a sign-in with a browser they never used. It has no link, and words of its own.
        case newBrowser = "new_browser"

        /// What supporters are written.
        package static let toSupporters = allCases.filter { $0 != .newBrowser }
    }

    package let occasion: Occasion
    package let to: MailAddress
    package let section: Section
    package let language: Language
    /// For the Message-ID: unguessable, and says nothing of the supporter.
    package let id: String
    package let subject: String
    package let text: String
    package let html: String

    package init(
        occasion: Occasion, to: MailAddress, section: Section, language: Language, id: String, subject: String, text: String, html: String
    ) {
        self.occasion = occasion
        self.to = to
        self.section = section
        self.language = language
        self.id = id
        self.subject = subject
        self.text = text
        self.html = html
    }
}
