import GRDB
import Storage

/// Asks a connection of its own five times a second whether anyone else has committed: other processes and our own writer alike.
final class CommitWatch: Sendable {
    let announcements = Announcements()
    private let queue: DatabaseQueue
    private let loop: Task<Void, Never>

    init(path: String, configuration: Configuration) throws {
        var configuration = configuration
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration), announcements = announcements
        var seen = try queue.read(Self.version)
        self.queue = queue
        loop = Task {
            while (try? await Task.sleep(for: .milliseconds(200))) != nil {
                guard let version = try? await queue.read(Self.version), version != seen else { continue }
                seen = version
                announcements.announce()
            }
        }
    }

    deinit {
        loop.cancel()
        announcements.end()
    }

    func stop() async {
        loop.cancel()
        await loop.value
        try? queue.close()
        announcements.end()
    }

    @Sendable private static func version(_ db: GRDB.Database) throws -> Int? {
        try Int.fetchOne(db, sql: "PRAGMA data_version")
    }
}
