import Foundation
import Mail
import Storage
import Testing

@testable import Campaign

@Suite struct NotebookTests {
    private struct Trouble: Error {}
    private struct Other: Error {}

    private func entry(_ name: String) throws -> Settlement {
        let delivery = Delivery(alert: Alert.ID("a"), supporter: Supporter.ID(name), state: .waiting, attempts: 1)
        return Settlement(fates: [(delivery, .skipped(.noWay))], at: try #require(Instant("2021-11-30T10:00:00.000Z")))
    }

    private func names(_ entries: [Notebook.Entry]) -> [String] { entries.flatMap(\.settlement.fates).map(\.0.supporter.text) }

    @Test func `what is over is taken in its order, so many at a time, and stays under way until it is written down`() throws {
        let notes = Notebook()
        notes.begin(3)
        for name in ["rosa", "wanjiru", "bishnu"] { notes.enter(try entry(name)) }
        let first = try #require(notes.next(2))
        #expect(names(first) == ["rosa", "wanjiru"])
        #expect(notes.underWay == 3)
        notes.settle(first) {}
        #expect(notes.underWay == 1 && notes.failure == nil)
        #expect(names(try #require(notes.next(2))) == ["bishnu"])
    }

    @Test func `the first failure is kept, and what could not be written down is no longer under way`() throws {
        let notes = Notebook()
        notes.begin(3)
        for name in ["rosa", "wanjiru", "bishnu"] { notes.enter(try entry(name)) }
        notes.settle(try #require(notes.next(1))) { throw Trouble() }
        notes.settle(try #require(notes.next(1))) {}
        #expect(notes.failure is Trouble && notes.underWay == 1)
        notes.settle(try #require(notes.next(1))) { throw Other() }
        #expect(notes.failure is Trouble && notes.underWay == 0)
    }

    @Test func `who waits on a thread is woken once something is there, and at the end`() async throws {
        let notes = Notebook(), heard = AsyncStream.makeStream(of: [String].self)
        notes.begin(1)
        let thread = Thread {
            while let entries = notes.next(256) {
                notes.settle(entries) {}
                heard.continuation.yield(names(entries))
            }
            heard.continuation.finish()
        }
        thread.start()
        var groups = heard.stream.makeAsyncIterator(), turns = notes.turns.makeAsyncIterator()
        try await Task.sleep(for: .milliseconds(20))  // so that it is waiting
        notes.enter(try entry("rosa"))
        #expect(await groups.next() == ["rosa"])
        #expect(await turns.next() != nil && notes.underWay == 0)
        notes.close()
        #expect(await groups.next() == nil)
    }

    @Test func `what was noted is to be entered in the rows once it is much, and after a while in any case`() async throws {
        let notes = Notebook()
        var folds = notes.folds.makeAsyncIterator()
        func note(_ count: Int) throws {
            notes.begin(count)
            for number in 0..<count { notes.enter(try entry("\(number)")) }
            notes.settle(try #require(notes.next(count))) {}
        }
        try note(511)
        try note(1)
        #expect(await folds.next() != nil)
        try note(1)
        let tick = Task { await notes.tick() }
        #expect(await folds.next() != nil)
        tick.cancel()
    }

    @Test func `a notebook that was closed takes nothing any more`() throws {
        let notes = Notebook()
        notes.begin(2)
        notes.enter(try entry("rosa"))
        notes.close()
        notes.enter(try entry("wanjiru"))
        #expect(notes.next(256) == nil)
    }
}
