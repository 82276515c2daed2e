import Documents
import Storage

extension Connection {
    /// What every section knows of its post, by section.
    func postalTables() throws -> [Section.Code: PostalTable] {
        let rates = try Dictionary(grouping: rows("SELECT * FROM postal_rate ORDER BY zone, valid_from")) { try $0("section") as Section.Code }
        let routes = try Dictionary(grouping: rows("SELECT * FROM postal_route ORDER BY country, since")) { try $0("section") as Section.Code }
        return try Dictionary(
            Set(rates.keys).union(routes.keys).map {
                ($0, PostalTable(rates: try (rates[$0] ?? []).map(PostalRate.init), routes: try (routes[$0] ?? []).map(PostalRoute.init)))
            }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// Enters what is new; the same zone from the same day, or the same country, is corrected. What was true before that day stays.
    func enter(_ table: PostalTable, of section: Section.Code) throws {
        for rate in table.rates { try enter(rate, of: section) }
        for route in table.routes { try enter(route, of: section) }
    }

    private func enter(_ rate: PostalRate, of section: Section.Code) throws {
        try execute(
            """
            INSERT INTO postal_rate (section, zone, valid_from, destinations, currency, price, grams, days_min, days_max,
                is_transit_verified, checked_on, is_verified, source, link)
            VALUES (\(section), \(rate.zone), \(rate.validFrom), \(rate.destinations.stored), \(rate.price?.currency), \(rate.price?.amount),
                \(rate.grams), \(rate.transit?.lowerBound), \(rate.transit?.upperBound), \(rate.isTransitVerified), \(rate.checkedOn),
                \(rate.isVerified), \(rate.source), \(rate.link))
            ON CONFLICT (section, zone, valid_from) DO UPDATE SET destinations = excluded.destinations, currency = excluded.currency,
                price = excluded.price, grams = excluded.grams, days_min = excluded.days_min, days_max = excluded.days_max,
                is_transit_verified = excluded.is_transit_verified,
                checked_on = excluded.checked_on, is_verified = excluded.is_verified, source = excluded.source, link = excluded.link
            """
        )
    }

    private func enter(_ route: PostalRoute, of section: Section.Code) throws {
        try execute(
            """
            INSERT INTO postal_route (section, country, since, status, checked_on, source, link)
            VALUES (\(section), \(route.country?.code ?? "*"), \(route.since), \(route.status.rawValue), \(route.checkedOn), \(route.source),
                \(route.link))
            ON CONFLICT (section, country, since) DO UPDATE SET status = excluded.status, checked_on = excluded.checked_on,
                source = excluded.source, link = excluded.link
            """
        )
    }
}

extension Connection {
    /// Whether there was one.
    func removePostalRate(_ zone: String, from day: Day, of section: Section.Code) throws -> Bool {
        try execute("DELETE FROM postal_rate WHERE section = \(section) AND zone = \(zone) AND valid_from = \(day)") > 0
    }

    /// Whether there was one.
    func removePostalRoute(to country: Country?, since day: Day, of section: Section.Code) throws -> Bool {
        try execute("DELETE FROM postal_route WHERE section = \(section) AND country = \(country?.code ?? "*") AND since = \(day)") > 0
    }
}

extension PostalRate.Destinations {
    fileprivate init(stored text: String) {
        self = text == "*" ? .everywhere : .countries(Set(text.split(separator: " ").compactMap { Country(String($0)) }))
    }

    fileprivate var stored: String {
        switch self {
        case .everywhere: "*"
        case .countries(let countries): countries.map(\.code).sorted().joined(separator: " ")
        }
    }
}

extension PostalRate {
    init(_ row: Row) throws {
        let fewest: Int? = try row("days_min"), most: Int? = try row("days_max")
        let amount: String? = try row("price"), currency: String? = try row("currency")
        self.init(
            zone: try row("zone"),
            destinations: Destinations(stored: try row("destinations")),
            validFrom: try row("valid_from"),
            price: amount.flatMap { amount in currency.flatMap { Price(amount: amount, currency: $0) } },
            grams: try row("grams"),
            transit: fewest.flatMap { fewest in most.map { fewest...max(fewest, $0) } },
            isTransitVerified: try row("is_transit_verified"),
            checkedOn: try row("checked_on"),
            isVerified: try row("is_verified"),
            source: try row("source"),
            link: try row("link")
        )
    }
}

extension PostalRoute {
    init(_ row: Row) throws {
        self.init(
            country: Country(try row("country")),
            status: Status(rawValue: try row("status")) ?? .unknown,
            since: try row("since"),
            checkedOn: try row("checked_on"),
            source: try row("source"),
            link: try row("link")
        )
    }
}
