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
        let first = notes.take(2)
        #expect(names(first) == ["rosa", "wanjiru"])
        #expect(notes.underWay == 3)
        notes.settle(first, failure: nil)
        #expect(notes.underWay == 1 && notes.failure == nil)
        #expect(names(notes.take(2)) == ["bishnu"] && notes.take(2).isEmpty)
    }

    @Test func `the first failure is kept, and what could not be written down is no longer under way`() throws {
        let notes = Notebook()
        notes.begin(3)
        for name in ["rosa", "wanjiru", "bishnu"] { notes.enter(try entry(name)) }
        notes.settle(notes.take(1), failure: Trouble())
        notes.settle(notes.take(1), failure: nil)
        #expect(notes.failure is Trouble && notes.underWay == 1)
        notes.settle(notes.take(1), failure: Other())
        #expect(notes.failure is Trouble && notes.underWay == 0)
    }

    @Test func `whoever waits is called once something is there, and again once it is written down`() async throws {
        let notes = Notebook()
        var calls = notes.calls.makeAsyncIterator(), turns = notes.turns.makeAsyncIterator()
        notes.begin(1)
        notes.enter(try entry("rosa"))
        #expect(await calls.next() != nil)
        notes.settle(notes.take(256), failure: nil)
        #expect(await turns.next() != nil)
    }

    @Test func `a notebook that was closed takes nothing any more`() throws {
        let notes = Notebook()
        notes.begin(2)
        notes.enter(try entry("rosa"))
        notes.close()
        notes.enter(try entry("wanjiru"))
        #expect(notes.take(256).isEmpty)
    }
}
