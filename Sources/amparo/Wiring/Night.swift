import Campaign
import ServiceLifecycle
import Synchronization

/// Ends when an hour of the clock comes, by UTC; or sooner, when everything is asked to stop.
final class Night: Service {
    private let moment: Instant
    private let now: @Sendable () -> Instant
    private let came = Mutex(false)

    /// - Parameter minute: of the day, by UTC.
    init(minute: Int, world: World) {
        now = world.now
        moment = Self.next(minute, after: world.now())
    }

    /// Whether the hour came.
    var hasCome: Bool { came.withLock { $0 } }

    /// The next time that a clock shows that minute of the day.
    static func next(_ minute: Int, after now: Instant) -> Instant {
        let day: Int64 = 86_400_000, today = now.milliseconds / day * day + Int64(minute) * 60_000
        return Instant(milliseconds: today > now.milliseconds ? today : today + day)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // a clock that is set meanwhile is looked at again
            while self.now() < self.moment {
                let left = Double(self.moment.milliseconds - self.now().milliseconds) / 1_000
                do { try await Task.sleep(for: .seconds(min(60, max(0.05, left)))) } catch { return }
            }
            self.came.withLock { $0 = true }
        }
    }
}
