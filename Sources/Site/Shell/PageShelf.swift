/// Kept pages within a budget of bytes; what was asked for longest ago goes first.
struct PageShelf {
    struct Entry {
        let page: Representation
        let stamp: Stamp
        /// When the question for its stamp came before which it was rendered.
        let rendered: Duration
        /// The state of the database that it was last found good for, and when it was last looked at.
        var generation: Int
        var checked: Duration
        /// When the last look began that the database answered.
        var answered: Duration
    }

    private struct Place {
        var entry: Entry
        var lastUse: Int
    }

    let budget: Int
    private(set) var bytes = 0
    private var places: [PageKey: Place] = [:]
    private var clock = 0

    init(budget: Int) {
        self.budget = budget
    }

    var count: Int { places.count }

    mutating func entry(_ key: PageKey) -> Entry? {
        guard let index = places.index(forKey: key) else { return nil }
        clock += 1
        places.values[index].lastUse = clock
        return places.values[index].entry
    }

    mutating func keep(_ entry: Entry, for key: PageKey) {
        drop(key)
        guard entry.page.cost <= budget / 4 else { return }
        clock += 1
        places[key] = Place(entry: entry, lastUse: clock)
        bytes += entry.page.cost
        if bytes > budget { clear() }
    }

    mutating func drop(_ key: PageKey) {
        if let place = places.removeValue(forKey: key) { bytes -= place.entry.page.cost }
    }

    /// Clears an eighth at once, so that the sorting is paid for by many pages.
    private mutating func clear() {
        for (key, _) in places.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard bytes > budget / 8 * 7 else { return }
            drop(key)
        }
    }
}
