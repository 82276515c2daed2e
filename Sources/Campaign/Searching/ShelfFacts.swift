/// What is counted of an action: numbers alone, since all of them are gone through for each search.
struct ShelfFacts {
    let year: Int
    /// Where its countries stand in `SearchShelf.countriesOfActions`.
    let countries: Range<Int>
    let topics: UInt64
    let standing: ShelfStanding
}

/// What says how an action stands on a day. Days are numbers such as 20211123.
struct ShelfStanding {
    let asksForLetters: Bool
    /// The last day for letters; 0 when none is known.
    let until: Int
    /// 0 when it goes on, or ended nobody knows when.
    let endedOn: Int
    let hasEnded: Bool
    let hasOutcome: Bool

    /// - Parameter day: "2021-11-23"
    static func number(of day: String) -> Int {
        day.utf8.reduce(0) { number, sign in (48...57).contains(sign) ? number * 10 + Int(sign - 48) : number }
    }

    func state(on today: Int) -> SearchState {
        if asksForLetters, today <= until, !hasEnded || endedOn > today { return .running }
        return hasOutcome ? .outcome : .ended
    }
}
