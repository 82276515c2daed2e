import Campaign

/// What the flood gate remembers, under hashes by a key of its own. All of it is forgotten with the key.
struct FloodCounts: Sendable {
    private struct Window: Sendable {
        var began: Instant
        var count: Int
    }

    private var key: String
    private var since: Instant
    private var windows: [String: Window] = [:]
    private var used: [String: Instant] = [:]

    private static let hour = 3_600
    /// Less than a day, so that nothing is older.
    private static let keyLife = 20 * 3_600
    /// More than this at once, and everything is forgotten rather than memory filled.
    private static let most = 50_000

    init(key: String, since: Instant) {
        self.key = key
        self.since = since
    }

    /// Forgets what is over an hour old; after most of a day, everything.
    mutating func age(at now: Instant, nextKey: String) {
        if since.adding(seconds: Self.keyLife) <= now || windows.count + used.count > Self.most { self = FloodCounts(key: nextKey, since: now) }
        guard windows.contains(where: { $0.value.began.adding(seconds: Self.hour) <= now }) else { return }
        windows = windows.filter { $0.value.began.adding(seconds: Self.hour) > now }
        used = used.filter { $0.value.adding(seconds: Puzzle.life) > now }
    }

    func count(_ what: String) -> Int {
        windows[hash(what)]?.count ?? 0
    }

    mutating func `let`(_ network: String?, _ domain: String, at now: Instant) -> FloodGate.Admission {
        for what in [network.map { "network \($0)" }, "domain \(domain)", "all"].compactMap({ $0 }) { add(what, at: now) }
        return .open
    }

    func newPuzzle(bits: Int, nonce: String, at now: Instant) -> Puzzle {
        Puzzle(made: now, bits: bits, nonce: String(nonce.suffix(16)), key: key)
    }

    /// A puzzle of ours that is neither too old nor used.
    func puzzle(_ text: String, at now: Instant) -> Puzzle? {
        guard let puzzle = Puzzle(text, key: key), used[puzzle.text] == nil, puzzle.made.adding(seconds: Puzzle.life) > now else { return nil }
        return puzzle
    }

    mutating func use(_ puzzle: Puzzle) {
        used[puzzle.text] = puzzle.made
    }

    /// Whether somebody waited instead of calculating, and it is their network's turn: one form a minute, so that waiting is no way to flood.
    mutating func waited(_ puzzle: Puzzle, _ network: String?, _ most: Int, at now: Instant) -> Bool {
        guard puzzle.made.adding(seconds: Puzzle.patience) <= now else { return false }
        let lane = hash("lane \(network ?? "unknown")")
        let isOver = windows[lane].map { $0.began.adding(seconds: Puzzle.patience) <= now } ?? true
        let count = isOver ? 0 : windows[lane]?.count ?? 0
        guard count < (network == nil ? most : 1) else { return false }
        windows[lane] = Window(began: isOver ? now : windows[lane]?.began ?? now, count: count + 1)
        return true
    }

    private mutating func add(_ what: String, at now: Instant) {
        windows[hash(what), default: Window(began: now, count: 0)].count += 1
    }

    private func hash(_ what: String) -> String {
        Digest.sha256("\(key) \(what)")
    }
}
