package import Documents

/// A section's postage as a table of rows: `kind` is *rate* or *route* (docs/postage.md).
extension PostalTable {
    package static let columns = [
        "kind", "zone", "destinations", "valid_from", "currency", "price", "grams", "days_min", "days_max", "days_trust", "status", "checked_on",
        "trust",
        "source", "link",
    ]

    /// Every row is read before any is taken: all that is wrong is told at once.
    package static func read(_ table: CSVTable) -> (PostalTable, [TableProblem]) {
        var rates: [PostalRate] = [], routes: [PostalRoute] = [], problems: [TableProblem] = []
        for record in table.records {
            do throws(TableProblem) {
                switch record["kind"] {
                case "rate": rates.append(try PostalRate(record))
                case "route": routes += try PostalRoute.read(record)
                default: throw record.problem("kind", "rate, route")
                }
            } catch { problems.append(error) }
        }
        return (PostalTable(rates: rates, routes: routes), problems)
    }

    /// The rows that `read` takes back as they are.
    package var rows: [[String]] {
        [Self.columns] + rates.map(\.row) + routes.map(\.row)
    }
}

extension PostalRate {
    init(_ record: CSVRecord) throws(TableProblem) {
        self.init(
            zone: try record.required("zone"),
            destinations: try record.destinations(),
            validFrom: try record.requiredDay("valid_from"),
            price: try record.price(),
            grams: try record.number("grams"),
            transit: try record.transit(),
            isTransitVerified: try record.isVerified("days_trust"),
            checkedOn: try record.day("checked_on"),
            isVerified: try record.isVerified("trust"),
            source: try record.required("source"),
            link: try record.webAddress("link")
        )
    }

    fileprivate var row: [String] {
        let countries =
            switch destinations {
            case .everywhere: "*"
            case .countries(let countries): countries.map(\.code).sorted().joined(separator: " ")
            }
        return [
            "rate", zone, countries, validFrom.text, price?.currency ?? "", price?.amount ?? "", grams.text, (transit?.lowerBound).text,
            (transit?.upperBound).text, transit == nil ? "" : isTransitVerified.trust, "", checkedOn?.text ?? "", isVerified.trust, source,
            link ?? "",
        ]
    }
}

extension PostalRoute {
    /// One route for each country of the row.
    fileprivate static func read(_ record: CSVRecord) throws(TableProblem) -> [PostalRoute] {
        guard let status = record["status"].flatMap(Status.init(rawValue:)) else { throw record.problem("status", "ok, suspended, unknown") }
        let since = try record.requiredDay("valid_from"), checked = try record.day("checked_on")
        let source = try record.required("source"), link = try record.webAddress("link")
        let countries: [Country?] =
            switch try record.destinations() {
            case .everywhere: [nil]
            case .countries(let named): named.sorted { $0.code < $1.code }
            }
        return countries.map { PostalRoute(country: $0, status: status, since: since, checkedOn: checked, source: source, link: link) }
    }

    fileprivate var row: [String] {
        ["route", "", country?.code ?? "*", since.text, "", "", "", "", "", "", status.rawValue, checkedOn?.text ?? "", "", source, link ?? ""]
    }
}

extension CSVRecord {
    fileprivate func destinations() throws(TableProblem) -> PostalRate.Destinations {
        let text = try required("destinations")
        if text == "*" { return .everywhere }
        var countries: Set<Country> = []
        for code in text.split(separator: " ") {
            guard let country = Country(String(code)) else { throw problem("destinations", "CH, US, *") }
            countries.insert(country)
        }
        return .countries(countries)
    }

    fileprivate func price() throws(TableProblem) -> Price? {
        guard let amount = self["price"] else { return nil }
        guard let price = Price(amount: amount, currency: self["currency"] ?? "") else { throw problem("price", "2.50") }
        return price
    }

    fileprivate func transit() throws(TableProblem) -> ClosedRange<Int>? {
        guard let most = try number("days_max") else { return nil }
        let fewest = try number("days_min") ?? most
        guard fewest <= most else { throw problem("days_min", "≤ \(most)") }
        return fewest...most
    }

    fileprivate func isVerified(_ column: String) throws(TableProblem) -> Bool {
        switch self[column] {
        case "verified": return true
        case "unverified", nil: return false
        default: throw problem(column, "verified, unverified")
        }
    }
}

extension Bool {
    fileprivate var trust: String { self ? "verified" : "unverified" }
}

extension Int? {
    fileprivate var text: String { map(String.init) ?? "" }
}
