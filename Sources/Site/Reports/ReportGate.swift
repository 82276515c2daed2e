import Campaign
import Synchronization

/// Notices when very many reports come from one part of the net, and has them held apart: they are in the ledger and in no sum until staff looked.
/// Whoever sends is thanked all the same.
///
/// What it counts is in memory alone, under keyed hashes; the key, and all with it, is forgotten within a day.
final class ReportGate: Sendable {
    /// How many an hour count at once. Beyond that they are held apart until the hour is over.
    struct Bounds: Sendable {
        /// A class of thirty that writes a letter and an e-mail each, behind one address.
        var reports = 60
        /// The same class with a table at the school's door: three evenings of the largest form.
        var appeals = 1_500
        /// Whoever comes from a letter finds channel and number filled in and may press at once, and a family shares an address.
        var quick = 5
        /// Milliseconds in which nobody reads a form and presses its button.
        var quickness: Int64 = 1_500
        init() {}
    }

    fileprivate struct Window: Sendable {
        var began: Instant
        var reports = 0
        var appeals = 0
        var quick = 0
    }

    fileprivate struct Memory: Sendable {
        var key: String
        var since: Instant
        var windows: [String: Window] = [:]
    }

    private static let hour = 3_600
    /// Less than a day, so that nothing is older.
    private static let keyLife = 20 * 3_600
    /// More than this at once, and everything is forgotten rather than memory filled.
    private static let most = 50_000

    private let world: World
    private let bounds: Bounds
    private let memory: Mutex<Memory>

    init(world: World, bounds: Bounds = Bounds()) {
        self.world = world
        self.bounds = bounds
        memory = Mutex(Memory(key: world.token(), since: world.now()))
    }

    /// Counts a report and tells why it is to be held apart, if it is.
    ///
    /// - Parameter network: ``NetworkMark``; where it is not known nothing can be told apart, and nothing is held.
    func suspicion(of network: String?, quantity: Int, token: String?) -> Suspicion? {
        guard let network else { return nil }
        let now = world.now(), next = world.token(), isQuick = ReportToken.age(of: token, at: now).map { $0 < bounds.quickness } ?? false
        let window = memory.withLock { memory in
            memory.age(at: now, nextKey: next, life: Self.keyLife, most: Self.most)
            return memory.count(network, quantity, isQuick: isQuick, at: now, hour: Self.hour)
        }
        if window.reports > bounds.reports || window.appeals > bounds.appeals { return .network }
        return isQuick && window.quick > bounds.quick ? .tokenAge : nil
    }
}

extension ReportGate.Memory {
    fileprivate mutating func age(at now: Instant, nextKey: String, life: Int, most: Int) {
        guard since.adding(seconds: life) <= now || windows.count > most else { return }
        self = ReportGate.Memory(key: nextKey, since: now)
    }

    fileprivate mutating func count(_ network: String, _ quantity: Int, isQuick: Bool, at now: Instant, hour: Int) -> ReportGate.Window {
        let name = Digest.sha256("\(key) \(network)")
        var window = windows[name] ?? ReportGate.Window(began: now)
        if window.began.adding(seconds: hour) <= now { window = ReportGate.Window(began: now) }
        window.reports += 1
        window.appeals += quantity
        window.quick += isQuick ? 1 : 0
        windows[name] = window
        return window
    }
}
