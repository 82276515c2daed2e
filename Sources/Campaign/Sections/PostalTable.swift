package import Documents

/// What a section knows of the post of its country, with its history.
package struct PostalTable: Sendable, Equatable {
    package let rates: [PostalRate]
    package let routes: [PostalRoute]

    package static let empty = PostalTable(rates: [], routes: [])

    package init(rates: [PostalRate], routes: [PostalRoute]) {
        self.rates = rates
        self.routes = routes
    }

    /// The rate in force on `day`: one that names the country before one for everywhere, the newest first.
    package func rate(to country: Country, on day: Day) -> PostalRate? {
        let current = rates.filter { $0.validFrom <= day && $0.reaches(country) }
        let named = current.filter { $0.destinations != .everywhere }
        return (named.isEmpty ? current : named).max { $0.validFrom < $1.validFrom }
    }

    /// What is known on `day` of the way to a country: the latest that names it, else the latest for everywhere.
    package func route(to country: Country, on day: Day) -> PostalRoute? {
        let current = routes.filter { $0.since <= day && ($0.country == country || $0.country == nil) }
        let named = current.filter { $0.country == country }
        return (named.isEmpty ? current : named).max { $0.since < $1.since }
    }
}
