import Campaign
import Synchronization

/// Pages of letters whose form is shown once more, so that nobody has to choose them again: a browser does not put a file back into a form.
///
/// They are in memory alone, for an hour, under the hash of the form's token. What does not fit any more has to be chosen again.
final class ReplyShelf: Sendable {
    /// How much is kept: bytes in all, and forms from one part of the net.
    struct Bounds: Sendable {
        var bytes = 60_000_000
        var network = 4
        var seconds = 3_600
        init() {}
    }

    private struct Kept: Sendable {
        let scans: [CleanScan]
        let network: String?
        let since: Instant

        var bytes: Int { scans.reduce(0) { $0 + $1.jpeg.count } }
    }

    private let world: World
    private let bounds: Bounds
    private let kept = Mutex<[String: Kept]>([:])

    init(world: World, bounds: Bounds = Bounds()) {
        self.world = world
        self.bounds = bounds
    }

    func scans(_ token: String?) -> [CleanScan] {
        guard let token else { return [] }
        let now = world.now()
        return kept.withLock { kept in
            kept = kept.filter { $0.value.since.adding(seconds: bounds.seconds) > now }
            return kept[Digest.sha256(token)]?.scans ?? []
        }
    }

    /// In place of what was there under that token; nothing for no pages.
    ///
    /// - Parameter network: ``NetworkMark``; whoever floods pushes out their own.
    func put(_ scans: [CleanScan], under token: String?, from network: String?) {
        guard let token else { return }
        let name = Digest.sha256(token), mark = network.map { Digest.sha256($0) }, now = world.now()
        kept.withLock { kept in
            kept[name] = scans.isEmpty ? nil : Kept(scans: scans, network: mark, since: now)
            let own = kept.filter { $0.value.network == mark }.sorted { $0.value.since < $1.value.since }
            for old in own.dropLast(bounds.network) { kept[old.key] = nil }
            var bytes = kept.values.reduce(0) { $0 + $1.bytes }
            for old in kept.sorted(by: { $0.value.since < $1.value.since }) where bytes > bounds.bytes {
                kept[old.key] = nil
                bytes -= old.value.bytes
            }
        }
    }
}
