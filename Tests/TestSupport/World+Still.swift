package import Campaign
import Synchronization

/// A clock that stands still until a test moves it.
package final class StillClock: Sendable {
    private let instant: Mutex<Instant>

    package init(_ text: String) {
        guard let instant = Instant(text) else { preconditionFailure("\(text) is not written like 2021-11-30T10:00:00.000Z") }
        self.instant = Mutex(instant)
    }

    package var now: Instant { instant.withLock { $0 } }

    package func advance(days: Int = 0, seconds: Int = 0) {
        instant.withLock { $0 = $0.adding(seconds: days * 86_400 + seconds) }
    }
}

extension World {
    /// A world in which no time passes, and identifiers and tokens are counted.
    package static func still(at text: String) -> World {
        still(StillClock(text))
    }

    /// The same, with a clock in the test's hand.
    package static func still(_ clock: StillClock) -> World {
        let ids = Counter(), tokens = Counter()
        return World(
            now: { clock.now },
            newID: { "00000000-0000-7000-8000-" + ids.next(width: 12) },
            token: { "token-" + tokens.next(width: 37) }
        )
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    func next(width: Int) -> String {
        let digits = String(
            count.withLock { count in
                count += 1
                return count
            })
        return String(repeating: "0", count: width - digits.count) + digits
    }
}
