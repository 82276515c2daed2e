import Synchronization

/// Commits what many callers hand in at the same moment in one transaction, and answers each after that commit.
///
/// With a real disk one flush costs milliseconds, so a flush per report would bound the whole server; a flush per group does not.
/// While one group is being written the next one gathers.
package final class GroupCommit<Item: Sendable, Answer: Sendable>: Sendable {
    package typealias Commit = @Sendable ([Item]) async throws -> [Result<Answer, any Error>]

    private struct Waiting {
        var items: [(item: Item, caller: CheckedContinuation<Answer, any Error>)] = []
        var isStopped = false
    }

    private let waiting = Mutex(Waiting())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation
    private let commit: Commit
    private let groupLimit: Int
    private let queueLimit: Int

    /// - Parameters:
    ///   - groupLimit: how many items one transaction takes at most.
    ///   - queueLimit: how many may wait before further ones are refused.
    ///   - commit: writes a group in one transaction and answers item by item, in order; an error it throws is every item's answer.
    package init(groupLimit: Int, queueLimit: Int, commit: @escaping Commit) {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.groupLimit = groupLimit
        self.queueLimit = queueLimit
        self.commit = commit
    }

    /// Returns once the item's group is committed. Throws `GroupCommitFull` when too many wait, `GroupCommitStopped` after `stop`.
    package func callAsFunction(_ item: Item) async throws -> Answer {
        try await withCheckedThrowingContinuation { caller in
            let refusal: (any Error)? = waiting.withLock { waiting in
                if waiting.isStopped { return GroupCommitStopped() }
                if waiting.items.count >= queueLimit { return GroupCommitFull() }
                waiting.items.append((item, caller))
                return nil
            }
            if let refusal { caller.resume(throwing: refusal) } else { ring.yield() }
        }
    }

    /// Takes no more items; `run` writes what waits and returns.
    package func stop() {
        waiting.withLock { $0.isStopped = true }
        ring.finish()
    }

    /// Writes group after group until `stop`. One task runs it for as long as the program takes items.
    package func run() async {
        for await _ in bell { await writeAll() }
        stop()  // also when the task was cancelled: whoever comes now is told, and does not wait for nobody
        await writeAll()
    }

    private func writeAll() async {
        while true {
            let group = waiting.withLock { waiting in
                let group = waiting.items.prefix(groupLimit)
                waiting.items.removeFirst(group.count)
                return Array(group)
            }
            if group.isEmpty { return }
            await write(group)
        }
    }

    private func write(_ group: [(item: Item, caller: CheckedContinuation<Answer, any Error>)]) async {
        do {
            let answers = try await commit(group.map(\.item))
            guard answers.count == group.count else { throw GroupCommitMiscounted() }
            for (waiting, answer) in zip(group, answers) { waiting.caller.resume(with: answer) }
        } catch {
            for waiting in group { waiting.caller.resume(throwing: error) }
        }
    }
}

package struct GroupCommitFull: Error {}
package struct GroupCommitStopped: Error {}
/// The commit did not answer item by item; nobody can say whose answer is whose.
package struct GroupCommitMiscounted: Error {}
