package import Documents

/// How many results there would be in each country, year, topic and state, the other choices being as they are.
package struct SearchFacets: Sendable, Equatable {
    package internal(set) var countries: [Country: Int] = [:]
    package internal(set) var years: [Int: Int] = [:]
    package internal(set) var topics: [Topic: Int] = [:]
    package internal(set) var states: [SearchState: Int] = [:]
}

/// The actions of a shelf that have the words and are chosen, and the facets of all that have the words.
struct ShelfFindings {
    /// In the order of the results: headlines first, then the newest.
    private(set) var places: [(tier: Int, place: Int)] = []
    private(set) var facets = SearchFacets()
    /// Before anything narrows them.
    private(set) var matches = 0
    /// The output of each action in which the words were found.
    private(set) var numbers: [Int: Int] = [:]

    /// - Parameters:
    ///   - whole: the outputs that have the words anywhere; nil when no words are asked for.
    ///   - head: those that have them in a headline or a name.
    init(_ shelf: SearchShelf, _ wish: SearchWish, today: String, whole: String?, head: String) {
        var tiers = [UInt8](repeating: whole == nil ? 1 : 0, count: shelf.actions.count)
        var best = [Int](repeating: 0, count: whole == nil ? 0 : shelf.actions.count)
        for mark in shelf.marks(whole ?? "") {
            tiers[mark.place] = max(tiers[mark.place], 1)
            best[mark.place] = max(best[mark.place], mark.number)
        }
        for mark in shelf.marks(head) { tiers[mark.place] = 2 }
        count(shelf, wish, today: today, tiers)
        if whole != nil { for (_, place) in places { numbers[place] = best[place] } }
    }

    private mutating func count(_ shelf: SearchShelf, _ wish: SearchWish, today: String, _ tiers: [UInt8]) {
        let country = wish.country.map { wanted in shelf.countries.firstIndex(of: wanted) ?? -1 }
        let topics = Topic.allCases, topic = wish.topic.flatMap { topics.firstIndex(of: $0) }.map { UInt64(1) << UInt64($0) }
        var countryCounts = [Int](repeating: 0, count: shelf.countries.count), topicCounts = [Int](repeating: 0, count: topics.count)
        var plain: [Int] = []
        for place in tiers.indices where tiers[place] > 0 {
            matches += 1
            let action = shelf.actions[place], state = action.state(on: today)
            let isCountry = country.map(action.countries.contains) ?? true, isYear = wish.year.map { $0 == action.year } ?? true
            let isTopic = topic.map { action.topics & $0 != 0 } ?? true, isState = wish.state.map { $0 == state } ?? true
            if isYear && isTopic && isState { for country in action.countries { countryCounts[country] += 1 } }
            if isCountry && isTopic && isState { facets.years[action.year, default: 0] += 1 }
            if isCountry && isYear && isTopic { facets.states[state, default: 0] += 1 }
            if isCountry && isYear && isState {
                var rest = action.topics
                while rest != 0 {
                    topicCounts[rest.trailingZeroBitCount] += 1
                    rest &= rest - 1
                }
            }
            guard isCountry && isYear && isTopic && isState else { continue }
            if tiers[place] == 2 { places.append((0, place)) } else { plain.append(place) }
        }
        places += plain.map { (1, $0) }
        for (place, count) in countryCounts.enumerated() where count > 0 { facets.countries[shelf.countries[place]] = count }
        for (place, count) in topicCounts.enumerated() where count > 0 { facets.topics[topics[place]] = count }
    }
}
