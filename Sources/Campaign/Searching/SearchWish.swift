package import Documents

/// How an action stands for readers, as a search can be narrowed to it.
package enum SearchState: String, Sendable, CaseIterable {
    /// Letters are wanted.
    case running
    /// It is known how it ended for the person.
    case outcome
    /// Letters are over.
    case ended

    /// Where it stands in `allCases`.
    var place: Int {
        switch self {
        case .running: 0
        case .outcome: 1
        case .ended: 2
        }
    }
}

/// What somebody looks for.
package struct SearchWish: Sendable, Equatable {
    /// As it was typed, cut to what a person types.
    package var words: String
    package var country: Country?
    package var year: Int?
    package var topic: Topic?
    package var state: SearchState?
    /// The place after which the results go on, from `SearchFindings.next`.
    package var after: SearchPlace?

    package static let longest = 200

    package init(words: String = "", country: Country? = nil, year: Int? = nil, topic: Topic? = nil, state: SearchState? = nil) {
        self.words = String(words.prefix(Self.longest))
        self.country = country
        self.year = year
        self.topic = topic
        self.state = state
    }
}

/// Where a result stands among others: those whose headline or name has the words first, then the newest.
package struct SearchPlace: Sendable, Equatable, Comparable {
    let tier: Int
    /// Of the latest output; empty when no document says it.
    let day: String
    let reference: Reference

    package static func < (one: SearchPlace, other: SearchPlace) -> Bool {
        if one.tier != other.tier { return one.tier < other.tier }
        if one.day != other.day { return one.day > other.day }
        return other.reference < one.reference
    }

    /// As an address has it: "0.2021-11-23.77-21".
    package var text: String { "\(tier).\(day).\(reference.slug)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let tier = Int(parts[0]), parts[1].isEmpty || Day(parts[1]) != nil, let reference = Reference(slug: parts[2]) else {
            return nil
        }
        self.init(tier: tier, day: parts[1], reference: reference)
    }

    init(tier: Int, day: String, reference: Reference) {
        self.tier = tier
        self.day = day
        self.reference = reference
    }
}

/// One word that is looked for, in every form in which some language may have kept it.
struct SearchTerm: Sendable, Equatable {
    let word: String
    var forms: [String]

    /// More words than these narrow nothing any more.
    static let most = 12

    static func all(in text: String, _ languages: [Language]) -> [SearchTerm] {
        var forms = languages.map(WordForms.init), seen: Set<[String]> = [], terms: [SearchTerm] = []
        // a letter alone is what an apostrophe left over
        let words = Array(SoughtWords(text)), long = words.filter { $0.utf8.count > 1 || $0.utf8.allSatisfy { (48...57).contains($0) } }
        for word in long.isEmpty ? words : long where terms.count < most {
            var all = Set([WordForms.plain(String(word).lowercased())])
            for index in forms.indices { all.formUnion(forms[index].forms(of: word)) }
            let sorted = all.filter { !$0.isEmpty && $0.unicodeScalars.count <= 40 }.sorted()
            if !sorted.isEmpty, seen.insert(sorted).inserted { terms.append(SearchTerm(word: String(word), forms: sorted)) }
        }
        return terms
    }
}
