package import Documents
package import Foundation

/// What a supporter chose: the whole of the form, at sign-up and later.
package struct Preferences: Sendable, Equatable {
    /// The language we write to them in; one of their section's.
    package var language: Language
    package var pace: Pace
    /// Whether they want to hear, at any pace, of what cannot wait until tomorrow.
    package var sameDay: Bool
    package var network: Network
    package var timeZone: TimeZone
    package var choices: Choices

    package init(
        language: Language, pace: Pace = .atOnce, sameDay: Bool = false, network: Network = .person, timeZone: TimeZone, choices: Choices = Choices()
    ) {
        self.language = language
        self.pace = pace
        self.sameDay = sameDay
        self.network = network
        self.timeZone = timeZone
        self.choices = choices
    }

    /// What somebody gets who gives an address and nothing else.
    package static func usual(of section: Section, in language: Language) -> Preferences {
        Preferences(language: section.languages.contains(language) ? language : section.languages.first ?? "en", timeZone: section.timeZone)
    }
}
