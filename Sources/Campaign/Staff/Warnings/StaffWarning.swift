import Documents
import Foundation

/// What a staff member is written when somebody signs in under their name with a browser that was never used for it.
struct StaffWarning {
    let language: Language
    let subject: String
    let text: String

    init(to member: StaffMember, at section: Section, browser: BrowserName, _ now: Instant, _ words: Translations) {
        let values = [
            "name": member.name, "section": section.name, "contact": section.contactEmail ?? section.host,
            "moment": Self.moment(now, section, words.language), "zone": section.timeZone.identifier,
            "browser": browser.text ?? words.text("desk.browser_mail_browser_unknown"),
        ]
        language = words.language
        subject = words.text("desk.browser_mail_subject", values)
        let paragraphs = [
            words.text("desk.browser_mail_hello", values), words.text("desk.browser_mail_what", values), words.text("desk.browser_mail_you", values),
            words.text("desk.browser_mail_not_you", values), words.text("desk.browser_mail_no_link", values), section.name,
        ]
        text = paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// "30 November 2021, 10:00", by the section's clock.
    private static func moment(_ now: Instant, _ section: Section, _ language: Language) -> String {
        let moment = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000)
        let local = now.adding(seconds: section.timeZone.secondsFromGMT(for: moment))
        let day = DayInWords(language: language, country: section.country).long(now.day(in: section.timeZone))
        return "\(day), \(local.text.dropFirst(11).prefix(5))"
    }
}
