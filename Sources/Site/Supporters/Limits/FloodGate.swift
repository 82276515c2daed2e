import Campaign
import Synchronization

/// Slows forms that make us send mail, when very many come from one network, for one mail provider, or in all. Nobody is locked out: a
/// browser calculates a little, or somebody waits a minute.
///
/// What it counts is in memory alone, under keyed hashes whose key changes at least once a day.
final class FloodGate: Sendable {
    /// How many forms an hour go through freely.
    struct Bounds: Sendable {
        /// A school or a letter evening signs up behind one address.
        var network = 20
        var domain = 60
        /// Providers that very many people use.
        var largeDomain = 1_000
        var all = 2_000
        /// Forms that waited instead of calculating, each minute, where the network is not known.
        var unknownNetwork = 10
        init() {}
    }

    /// What came with a form that was held back before.
    struct Proof: Sendable {
        let puzzle: String
        let answer: String
    }

    enum Admission: Sendable, Equatable {
        case open
        /// - isEarly: it was sent again without an answer, before its turn.
        case wait(Puzzle, isEarly: Bool)
    }

    private let world: World
    private let bounds: Bounds
    private let counted: Mutex<FloodCounts>

    init(world: World, bounds: Bounds = Bounds()) {
        self.world = world
        self.bounds = bounds
        counted = Mutex(FloodCounts(key: world.token(), since: world.now()))
    }

    /// Whether a form from that network for an address at that domain goes through; when it does, it is counted.
    func admits(network: String?, domain: String, proof: Proof?) -> Admission {
        let now = world.now(), token = world.token()
        return counted.withLock { counts in
            counts.age(at: now, nextKey: token)
            let load = load(counts, network, domain)
            guard load >= 1 else { return counts.let(network, domain, at: now) }
            let puzzle = proof.flatMap { counts.puzzle($0.puzzle, at: now) }
            if let puzzle, let proof, puzzle.isSolved(by: proof.answer) || counts.waited(puzzle, network, bounds.unknownNetwork, at: now) {
                counts.use(puzzle)
                return counts.let(network, domain, at: now)
            }
            return .wait(puzzle ?? counts.newPuzzle(bits: Self.bits(load), nonce: token, at: now), isEarly: puzzle != nil)
        }
    }

    /// 1 is full; 2 is twice as many as go through freely.
    private func load(_ counts: FloodCounts, _ network: String?, _ domain: String) -> Int {
        let most = LargeProviders.has(domain) ? bounds.largeDomain : bounds.domain
        return max(
            network.map { counts.count("network \($0)") / bounds.network } ?? 0, counts.count("domain \(domain)") / most,
            counts.count("all") / bounds.all)
    }

    private static func bits(_ load: Int) -> Int {
        min(Puzzle.difficulties.lowerBound + (Int.bitWidth - 1 - load.leadingZeroBitCount), Puzzle.difficulties.upperBound)
    }
}
