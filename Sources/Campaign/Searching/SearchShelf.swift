import BitCollections
import Documents

/// What a section shows, action by action, as the facets need it; the words stand in the database. It is brought up to date with each search,
/// inside the search's own view of the data.
struct SearchShelf: Sendable {
    struct Action: Sendable {
        let id: Campaign.Action.ID
        let reference: Reference
        /// The day of the latest output that the section shows.
        let day: String
        let year: Int
        let countries: [Int]
        let topics: UInt64
        let standing: ShelfStanding
        /// The outputs that the section shows, by their numbers in the index.
        let numbers: [Int]
    }

    private(set) var version = 0
    /// The newest first.
    private(set) var actions: [Action] = []
    /// What is counted of each action, in the same order.
    private(set) var facts: [ShelfFacts] = []
    /// The countries of each action, one action's after the other's, as places in `countries`.
    private(set) var countriesOfActions: [Int] = []
    private(set) var countries: [Country] = []
    /// Of all actions.
    private(set) var lastYear = 0
    private var countryPlaces: [Country: Int] = [:]
    private var ids: Set<Campaign.Action.ID> = []
    /// By the number of an output: the place of its action, or -1.
    private var places: [Int32] = []

    /// Whether any of them is shown.
    func hasAny(of ids: [Campaign.Action.ID]) -> Bool { ids.contains(where: self.ids.contains) }

    mutating func place(of country: Country) -> Int {
        if let place = countryPlaces[country] { return place }
        countries.append(country)
        countryPlaces[country] = countries.count - 1
        return countries.count - 1
    }

    /// Takes what changed in the place of what it was.
    mutating func take(_ changed: [Action], insteadOf gone: Set<Campaign.Action.ID>, version: Int) {
        self.version = version
        ids = ids.subtracting(gone).union(changed.map(\.id))
        actions = (gone.isEmpty ? actions : actions.filter { !gone.contains($0.id) }) + changed
        actions.sort { SearchPlace($0, 0) < SearchPlace($1, 0) }
        places = [Int32](repeating: -1, count: (actions.lazy.flatMap(\.numbers).max() ?? -1) + 1)
        countriesOfActions = []
        facts = []
        lastYear = actions.lazy.map(\.year).max() ?? 0
        for (place, action) in actions.enumerated() {
            for number in action.numbers { places[number] = Int32(place) }
            let start = countriesOfActions.count
            countriesOfActions += action.countries
            facts.append(ShelfFacts(year: action.year, countries: start..<countriesOfActions.count, topics: action.topics, standing: action.standing))
        }
    }

    /// Goes through the places of the actions that some outputs belong to, as far as they are shown.
    func forEachMark(_ numbers: BitSet, _ take: (_ place: Int, _ number: Int) -> Void) {
        for number in numbers where number < places.count && places[number] >= 0 { take(Int(places[number]), number) }
    }
}

extension SearchPlace {
    init(_ action: SearchShelf.Action, _ tier: Int) {
        self.init(tier: tier, day: action.day, reference: action.reference)
    }
}
