/// A mail program, and how long a `mailto:` link may be that it takes whole.
///
/// The figures are those of the handbook, section 6 ("mailto limits"), measured between 2013 and 2014 by others; the standard has none.
package enum MailProgram: String, Hashable, Sendable, CaseIterable {
    case outlookWindows = "outlook_windows"
    case appleMail = "apple_mail"
    case gmailWeb = "gmail_web"
    case gmailAndroid = "gmail_android"
    case thunderbird

    /// The name it goes by in every language.
    package var name: String {
        switch self {
        case .outlookWindows: "Outlook (Windows)"
        case .appleMail: "Apple Mail"
        case .gmailWeb: "Gmail (web)"
        case .gmailAndroid: "Gmail (Android)"
        case .thunderbird: "Thunderbird"
        }
    }

    /// Bytes of the whole link, the word `mailto:` included.
    package var byteBudget: Int {
        switch self {
        // Outlook itself takes 2,046, but the browser that hands the link over on Windows stops at about 2,000.
        case .outlookWindows: 2_000
        // At least 2,083 were taken; more was not tried.
        case .appleMail: 2_083
        case .gmailWeb: 1_620
        // Nobody measured it; what the same program on the web takes is safe.
        case .gmailAndroid: 1_620
        // Firefox, which usually hands the link over, stops at 2,008.
        case .thunderbird: 2_008
        }
    }
}
