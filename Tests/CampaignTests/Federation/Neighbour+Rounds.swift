import Campaign
import Documents
import Storage
import Synchronization
import TestSupport

extension Neighbour {
    /// Time passes for both and for the others, this one nudges whoever follows it, and the follower asks.
    func round(with follower: Neighbour, after seconds: Int = 1, beside others: [Neighbour] = []) async throws {
        let rest = others.filter { ![address, follower.address].contains($0.address) }
        for server in [self, follower] + rest { server.store.advance(seconds: seconds) }
        try await work()
        try await follower.work()
        try await work()
    }
}

extension Store {
    /// What is said of Wanjiru's case to everybody, apart from when it was published here.
    func said() async throws -> [String] {
        try await action().outputs.flatMap { output in
            let edition = output.edition(for: .american)
            return [
                "\(output.ordinal) \(output.kind) \(output.actUntil(for: .american)?.text ?? "") \(output.indexCode?.printed ?? "")",
                output.texts.map { "\($0)" }.joined(), output.letters.map { "\($0)" }.joined(), "\(output.socialPosts)",
                edition?.addressees.map { "\($0.role) \($0.name ?? "") \($0.office ?? "") \($0.contacts.map { "\($0.channel) \($0.place ?? "")" })" }
                    .joined() ?? "",
            ]
        }
    }

    /// People report what they wrote for Wanjiru.
    func count(_ appeals: Int, by channel: Channel = .post, to section: Section.Code = .international) async throws {
        try await withReports { report in _ = try await report(form(channel: channel, quantity: appeals, section: section)) }
    }

    /// The total in lists.
    func total() async throws -> Int? {
        guard let today = Day("2021-12-01") else { return nil }
        return try await database.read { try $0.actionsTakingLetters(on: today, shownBy: .international) }.first { $0.reference == .wanjiru }?.appeals
    }
}

/// What came, from whatever thread.
final class Mutexed<Item: Sendable>: Sendable {
    private let held: Mutex<[Item]>
    init(_ items: [Item]) { held = Mutex(items) }
    var all: [Item] { held.withLock { $0 } }
    func add(_ item: Item) { held.withLock { $0.append(item) } }
}
