import BitCollections
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
    /// By place: the newest output of the action in which the words were found, or 0; empty when no words are asked for.
    private var outputs: [Int] = []

    /// - Parameters:
    ///   - whole: the outputs that have the words anywhere; nil when no words are asked for.
    ///   - head: those that have them in a headline or a name.
    init(_ shelf: SearchShelf, _ wish: SearchWish, today: String, whole: BitSet?, head: BitSet) {
        var tiers = [UInt8](repeating: whole == nil ? 1 : 0, count: shelf.actions.count)
        var outputs = [Int](repeating: 0, count: whole == nil ? 0 : shelf.actions.count)
        shelf.forEachMark(whole ?? []) { place, number in
            tiers[place] = 1
            outputs[place] = max(outputs[place], number)
        }
        shelf.forEachMark(head) { place, _ in tiers[place] = 2 }
        self.outputs = outputs
        count(shelf, wish, today: today, tiers)
    }

    /// The output of an action in which the words were found.
    func output(at place: Int) -> Int? { place < outputs.count && outputs[place] > 0 ? outputs[place] : nil }

    private mutating func count(_ shelf: SearchShelf, _ wish: SearchWish, today: String, _ tiers: [UInt8]) {
        let country = wish.country.map { wanted in shelf.countries.firstIndex(of: wanted) ?? -1 }
        let topics = Topic.allCases, topic = wish.topic.flatMap { topics.firstIndex(of: $0) }.map { UInt64(1) << UInt64($0) }
        var countryCounts = [Int](repeating: 0, count: shelf.countries.count), topicCounts = [Int](repeating: 0, count: topics.count)
        // lists and no dictionaries: all that have the words are gone through for each search
        var stateCounts = [Int](repeating: 0, count: SearchState.allCases.count), plain: [Int] = []
        var yearCounts = [Int](repeating: 0, count: shelf.lastYear + 1)
        let day = ShelfStanding.number(of: today)
        for place in tiers.indices where tiers[place] > 0 {
            matches += 1
            let facts = shelf.facts[place], state = facts.standing.state(on: day)
            let isCountry = country.map { wanted in facts.countries.contains { shelf.countriesOfActions[$0] == wanted } } ?? true
            let isYear = wish.year.map { $0 == facts.year } ?? true
            let isTopic = topic.map { facts.topics & $0 != 0 } ?? true, isState = wish.state.map { $0 == state } ?? true
            if isYear && isTopic && isState { for index in facts.countries { countryCounts[shelf.countriesOfActions[index]] += 1 } }
            if isCountry && isTopic && isState { yearCounts[facts.year] += 1 }
            if isCountry && isYear && isTopic { stateCounts[state.place] += 1 }
            if isCountry && isYear && isState {
                var rest = facts.topics
                while rest != 0 {
                    topicCounts[rest.trailingZeroBitCount] += 1
                    rest &= rest - 1
                }
            }
            guard isCountry && isYear && isTopic && isState else { continue }
            if tiers[place] == 2 { places.append((0, place)) } else { plain.append(place) }
        }
        places += plain.map { (1, $0) }
        for (year, count) in yearCounts.enumerated() where count > 0 { facets.years[year] = count }
        for state in SearchState.allCases where stateCounts[state.place] > 0 { facets.states[state] = stateCounts[state.place] }
        for (place, count) in countryCounts.enumerated() where count > 0 { facets.countries[shelf.countries[place]] = count }
        for (place, count) in topicCounts.enumerated() where count > 0 { facets.topics[topics[place]] = count }
    }
}
