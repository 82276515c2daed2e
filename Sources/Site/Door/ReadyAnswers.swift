import Campaign
import Synchronization

/// Answers that need no thought: pages of everybody's as the site last gave them, by the host and the address that were asked for.
///
/// Filled by what the router answers (``DoorKeeping``) and read at the door of each connection (``Door``). An answer is given as long as the
/// page cache itself would give the page without asking: while the database is as it was, or a fifth of a second after it was last looked at.
/// Never after midnight of its section, nor after a section was changed.
final class ReadyAnswers: Sendable {
    /// When a request began: the sections as they were, and the quarter of an hour, since every midnight there is begins one.
    struct Moment: Sendable, Equatable {
        let edition: Int
        let quarter: Int64
    }

    private struct State: Sendable {
        var answers: [Address: ReadyAnswer] = [:]
        var cost = 0
    }

    private struct Address: Hashable {
        let host: String
        let target: String
    }

    private let world: World
    private let cache: PageCache
    private let edition: @Sendable () -> Int
    private let isOurs: @Sendable (_ host: String) -> Bool
    private let state = Mutex(State())

    /// More than this and all is forgotten: the router fills it again.
    private static let most = (answers: 2_048, bytes: 32 << 20)

    /// - Parameters:
    ///   - edition: another number whenever a section is another.
    ///   - isOurs: whether a section has that host.
    init(cache: PageCache, world: World, edition: @escaping @Sendable () -> Int, isOurs: @escaping @Sendable (_ host: String) -> Bool) {
        self.cache = cache
        self.world = world
        self.edition = edition
        self.isOurs = isOurs
    }

    func now() -> Instant { world.now() }

    func moment(at now: Instant) -> Moment {
        Moment(edition: edition(), quarter: now.milliseconds / 900_000)
    }

    /// Whether the answer is good at that moment.
    func isGood(_ answer: ReadyAnswer, at moment: Moment) -> Bool {
        answer.moment == moment && (answer.kept.look.map(cache.isCurrent) ?? true)
    }

    /// The host under which a name is known here; empty for one that no section has: all these get the same answers.
    func host(named name: String) -> String {
        isOurs(name) ? name : ""
    }

    func answer(host: String, target: String) -> ReadyAnswer? {
        state.withLock { $0.answers[Address(host: host, target: target)] }
    }

    func keep(_ answer: ReadyAnswer, host: String, target: String) {
        let address = Address(host: host, target: target)
        state.withLock { state in
            state.cost += answer.cost - (state.answers[address]?.cost ?? 0)
            state.answers[address] = answer
            guard state.answers.count > Self.most.answers || state.cost > Self.most.bytes else { return }
            state = State()
        }
    }

    /// The page is not there any more.
    func drop(host: String, target: String) {
        state.withLock { state in
            guard let answer = state.answers.removeValue(forKey: Address(host: host, target: target)) else { return }
            state.cost -= answer.cost
        }
    }
}
