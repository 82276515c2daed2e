/// Lets a few through at a time: a server takes only so many connections, and tests all begin at once.
actor Gate {
    static let postgres = Gate(places: 8)
    /// Whole sites: each has threads and a clock of its own, and all together would starve one another.
    static let sites = Gate(places: 4)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
