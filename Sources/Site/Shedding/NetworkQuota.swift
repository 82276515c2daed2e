import Campaign
import Synchronization

/// How many costly requests one network may make in a while.
///
/// What it counts is in memory alone, under hashes by a key that lives as long as one window: nobody can tell afterwards who asked.
final class NetworkQuota: Sendable {
    struct Standing: Sendable, Equatable {
        let isOver: Bool
        let left: Int
        /// Seconds until everything is open again.
        let seconds: Int
    }

    private struct Window: Sendable {
        var key: String
        var began: Instant
        var counts: [String: Int] = [:]
    }

    let name: String
    let most: Int
    let seconds: Int
    private let world: World
    private let window: Mutex<Window>

    /// More networks than that in one window, and counting begins anew rather than that memory fills.
    private static let mostNetworks = 50_000

    init(_ name: String, most: Int, seconds: Int, world: World) {
        self.name = name
        self.most = most
        self.seconds = seconds
        self.world = world
        window = Mutex(Window(key: world.token(), began: world.now()))
    }

    /// Takes back what was counted for a request that turned out to cost its network nothing.
    func giveBack(_ network: String) {
        window.withLock { window in
            let mark = Digest.sha256("\(window.key) \(network)")
            if let count = window.counts[mark], count > 0 { window.counts[mark] = count - 1 }
        }
    }

    /// Counts one more request of that network, unless it had its share.
    func take(_ network: String) -> Standing {
        let now = world.now()
        return window.withLock { window in
            if window.began.adding(seconds: seconds) <= now || window.counts.count > Self.mostNetworks {
                window = Window(key: world.token(), began: now)
            }
            let mark = Digest.sha256("\(window.key) \(network)"), count = window.counts[mark, default: 0]
            let rest = max(1, Int((window.began.adding(seconds: seconds).milliseconds - now.milliseconds + 999) / 1_000))
            guard count < most else { return Standing(isOver: true, left: 0, seconds: rest) }
            window.counts[mark] = count + 1
            return Standing(isOver: false, left: most - count - 1, seconds: rest)
        }
    }
}
