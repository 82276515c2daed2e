package import Documents
import Storage

/// What a section tells its readers about a case in their own country (handbook 1.1).
///
/// Members long did not act on cases at home, partly for their own safety; how far that binds each section today is its own affair.
package enum OwnCountryRule: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    /// A notice stands before the letter: ask the section first.
    case warn
    case allow
}

extension Section {
    /// Whether a case is to be announced as one about the readers' own country.
    package func warns(of countries: [Country]) -> Bool {
        ownCountry == .warn && country.flatMap { Country($0) }.map(countries.contains) == true
    }
}
