package import Documents

/// What a standard letter to some destinations costs from a day on, and how long it takes. Rates age: each carries who said so, and when.
package struct PostalRate: Sendable, Equatable {
    /// The name by which the next rate takes this one's place: "europe", "world".
    package let zone: String
    package let destinations: Destinations
    package let validFrom: Day
    /// nil when only the time on the way is known.
    package let price: Price?
    /// Up to which weight.
    package let grams: Int?
    /// Days on the way, the usual fewest and most.
    package let transit: ClosedRange<Int>?
    package let isTransitVerified: Bool
    /// The day the source was looked at or printed; nil for a figure that nobody checked.
    package let checkedOn: Day?
    package let isVerified: Bool
    package let source: String
    package let link: String?

    package enum Destinations: Sendable, Equatable {
        /// Wherever no other rate says something.
        case everywhere
        case countries(Set<Country>)
    }

    func reaches(_ country: Country) -> Bool {
        switch destinations {
        case .everywhere: true
        case .countries(let countries): countries.contains(country)
        }
    }
}

/// Whether letters to a country are carried, from a day on.
package struct PostalRoute: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable { case ok, suspended, unknown }

    /// nil: every country that no other route names.
    package let country: Country?
    package let status: Status
    package let since: Day
    package let checkedOn: Day?
    package let source: String
    /// Where readers can look for themselves.
    package let link: String?
}
