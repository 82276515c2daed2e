import Campaign
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct GroupCommitTests {
    /// Answers each number with its double, and keeps the groups it was given.
    private final class Notebook: Sendable {
        let groups = Mutex<[[Int]]>([])

        func write(_ group: [Int]) -> [Result<Int, any Error>] {
            groups.withLock { $0.append(group) }
            return group.map { $0 < 0 ? .failure(Negative(number: $0)) : .success($0 * 2) }
        }
    }

    private struct Negative: Error, Equatable { let number: Int }
    private struct NoDisk: Error, Equatable {}

    @Test func `everyone gets the answer to what they handed in`() async throws {
        let notebook = Notebook(), group = GroupCommit<Int, Int>(groupLimit: 7, queueLimit: 1_000) { notebook.write($0) }
        async let running: Void = group.run()
        let answers = try await withThrowingTaskGroup { tasks in
            for number in 0..<200 { tasks.addTask { (number, try await group(number)) } }
            return try await tasks.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
        }
        group.stop()
        await running
        #expect(answers == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, $0 * 2) }))
        #expect(notebook.groups.withLock { $0 }.allSatisfy { (1...7).contains($0.count) })
    }

    @Test func `the failure of one is not that of another`() async throws {
        let notebook = Notebook(), group = GroupCommit<Int, Int>(groupLimit: 10, queueLimit: 10) { notebook.write($0) }
        let bad = Task { try await group(-1) }, good = Task { try await group(4) }
        async let running: Void = group.run()
        #expect(try await good.value == 8)
        await #expect(throws: Negative(number: -1)) { try await bad.value }
        group.stop()
        await running
    }

    @Test func `an error of the commit reaches every caller`() async {
        let group = GroupCommit<Int, Int>(groupLimit: 10, queueLimit: 100) { _ in throw NoDisk() }
        async let running: Void = group.run()
        let told = await withTaskGroup { tasks in
            for number in 0..<50 { tasks.addTask { await #expect(throws: NoDisk.self) { try await group(number) } != nil } }
            return await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(told == 50)
        group.stop()
        await running
    }

    @Test func `a commit that miscounts answers nobody wrongly and leaves nobody waiting`() async {
        let group = GroupCommit<Int, Int>(groupLimit: 10, queueLimit: 100) { _ in [] }
        async let running: Void = group.run()
        await #expect(throws: GroupCommitMiscounted.self) { try await group(1) }
        group.stop()
        await running
    }

    @Test func `when too many wait the next is refused at once, and stopping answers those who wait`() async {
        let notebook = Notebook(), group = GroupCommit<Int, Int>(groupLimit: 2, queueLimit: 9) { notebook.write($0) }
        await withTaskGroup { tasks in
            for number in 1...10 { tasks.addTask { await Self.answer(to: number, from: group) } }
            // Nobody writes yet, so the first to hear anything is the one for whom there was no room.
            guard case .failure(let refusal) = await tasks.next() else { return _ = Issue.record("there was room for ten") }
            #expect(refusal is GroupCommitFull)
            group.stop()
            await #expect(throws: GroupCommitStopped.self) { try await group(11) }
            await group.run()
            let answers = await tasks.reduce(into: []) { $0.append($1) }
            #expect(answers.count { (try? $0.get()) != nil } == 9)
        }
        #expect(notebook.groups.withLock { $0 }.map(\.count) == [2, 2, 2, 2, 1])
    }

    private static func answer(to number: Int, from group: GroupCommit<Int, Int>) async -> Result<Int, any Error> {
        do { return .success(try await group(number)) } catch { return .failure(error) }
    }

    @Test func `a run that is cancelled leaves nobody waiting`() async {
        let group = GroupCommit<Int, Int>(groupLimit: 2, queueLimit: 100) { $0.map { .success($0) } }
        let running = Task { await group.run() }
        running.cancel()
        await running.value
        await #expect(throws: GroupCommitStopped.self) { try await group(1) }
    }
}
