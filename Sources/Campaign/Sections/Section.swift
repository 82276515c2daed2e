package import Documents
package import Foundation
import Storage

/// A national or thematic organisation that publishes actions under a host name of its own.
package struct Section: Sendable, Equatable {
    /// The short name in addresses of commands and rows: `int`, `us`, `ch`.
    package struct Code: RawRepresentable, Hashable, Sendable, Codable, Bindable, Readable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// The secretariat's section, whose editions every other section shows until it has one of its own.
        package static let international = Code(rawValue: "int")
    }

    package let code: Code
    package let name: String
    package let host: String
    /// ISO 3166-1 alpha-2; nil for a section of no country.
    package let country: String?
    /// The languages its pages are offered in, the first being its own.
    package let languages: [Language]
    package let timeZone: TimeZone
    package let referenceStyle: ReferenceStyle
    /// Public counts below this are not shown, so that nobody who wrote can be singled out.
    package let threshold: Int
    /// For how many days after an output's last day reports are still taken, marked late.
    package let lateDays: Int
    package let contactEmail: String?
    package let contactPost: [String]
    /// Where the embassies to its country are: an address there is one of its readers'.
    package let embassyCities: [String]
    package let words: [Language: SectionWords]
    /// What it costs and takes to post a letter from here.
    package let postal: PostalTable
    /// What readers are told about a case in their own country.
    package var ownCountry = OwnCountryRule.warn
    /// What its letters follow where sections disagree.
    package var letters = LetterRules()
    package var look = Look()
    /// Grows with every change at its desk.
    package var revision = 0
    /// From when on outputs wait for somebody of the section; nil where they are shown at once.
    package var waitsSince: Instant?

    /// What is said to readers in `language`, else in the section's own.
    package func words(in language: Language) -> SectionWords? {
        words[language] ?? languages.lazy.compactMap { words[$0] }.first
    }
}

/// A section's standing words in one language.
package struct SectionWords: Sendable, Equatable {
    package let instructions: [String]
    package let postalNote: String?
    package let reportingWords: String?

    package init(instructions: [String], postalNote: String?, reportingWords: String?) {
        self.instructions = instructions
        self.postalNote = postalNote
        self.reportingWords = reportingWords
    }
}
