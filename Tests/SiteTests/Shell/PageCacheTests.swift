import HTTPTypes
import Hummingbird
import Storage
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct PageCacheTests {
    private struct Withdrawn: Error {}

    private let watch = Watch()
    private let stamps = Count(), renders = Count()

    private func key(_ address: String = "/en/", day: String = "2026-03-01") -> PageKey {
        PageKey(section: "international", address: address, day: day)
    }

    private func ask(_ cache: PageCache, _ key: PageKey, stamp: String = "1", text: String = "page") async throws -> Representation {
        try await cache.page(key) {
            stamps.up()
            return Stamp(stamp)
        } render: {
            renders.up()
            return RenderedPage(text)
        }
    }

    private func body(_ page: Representation) async throws -> String {
        try await page.text
    }

    @Test func `a page is made once while nothing changes`() async throws {
        let cache = PageCache(now: watch.now)
        for _ in 1...3 {
            _ = try await ask(cache, key())
            watch.pass(.seconds(100))
        }
        #expect(stamps.value == 1)
        #expect(renders.value == 1)
    }

    @Test func `after a change the stamp is asked soon, and the page made anew only when it differs`() async throws {
        let cache = PageCache(now: watch.now)
        _ = try await ask(cache, key())
        watch.pass(.seconds(10))
        cache.invalidate()
        for _ in 1...3 { _ = try await ask(cache, key()) }
        #expect(stamps.value == 2)
        #expect(renders.value == 1)
        cache.invalidate()
        watch.pass(.milliseconds(200))
        #expect(try await body(ask(cache, key(), stamp: "2", text: "new")) == "new")
        #expect(renders.value == 2)
    }

    @Test func `a page that changes all the time is made once a second, and never shown older than that`() async throws {
        let cache = PageCache(now: watch.now)
        for tenth in 0..<100 {
            let shown = try await body(ask(cache, key(), stamp: "\(tenth)", text: "\(tenth)"))
            #expect(tenth - (Int(shown) ?? 0) <= 10)
            cache.invalidate()
            watch.pass(.milliseconds(100))
        }
        #expect(renders.value == 10)
        #expect(stamps.value == 50)
    }

    @Test func `a page that was too young to be made anew is looked at again as soon as it is old enough`() async throws {
        let cache = PageCache(now: watch.now)
        _ = try await ask(cache, key())
        cache.invalidate()
        watch.pass(.milliseconds(850))
        #expect(try await body(ask(cache, key(), stamp: "2", text: "new")) == "page")
        watch.pass(.milliseconds(149))
        #expect(try await body(ask(cache, key(), stamp: "2", text: "new")) == "page")
        watch.pass(.milliseconds(1))
        #expect(try await body(ask(cache, key(), stamp: "2", text: "new")) == "new")
        #expect(renders.value == 2)
    }

    @Test func `a withdrawn page is gone at the next look, and is never kept`() async throws {
        let cache = PageCache(now: watch.now)
        _ = try await ask(cache, key())
        cache.invalidate()
        watch.pass(.milliseconds(199))
        #expect(try await body(ask(cache, key())) == "page")
        watch.pass(.milliseconds(1))
        for _ in 1...2 {
            await #expect(throws: Withdrawn.self) {
                try await cache.page(key()) {
                    throw Withdrawn()
                } render: {
                    RenderedPage("page")
                }
            }
        }
        #expect(cache.size.pages == 0)
    }

    @Test func `while the database cannot be reached a kept page is shown on for half a minute, and no longer`() async throws {
        let cache = PageCache(now: watch.now), gone = StorageFailure.unreachable("gone")
        let askInVain = {
            try await cache.page(key()) {
                throw gone
            } render: {
                RenderedPage("never")
            }
        }
        _ = try await ask(cache, key())
        watch.pass(.seconds(50))
        cache.invalidate()
        await #expect(throws: gone) { _ = try await askInVain() }  // it was looked at long ago
        _ = try await ask(cache, key(), text: "kept")
        cache.invalidate()
        for _ in 1...29 {
            watch.pass(.seconds(1))
            #expect(try await body(askInVain()) == "kept")
        }
        watch.pass(.seconds(1))
        await #expect(throws: gone) { _ = try await askInVain() }
        await #expect(throws: gone) { _ = try await askInVain() }
    }

    @Test func `a page that is found withdrawn is gone also while the database comes and goes`() async throws {
        let cache = PageCache(now: watch.now), gone = StorageFailure.unreachable("gone")
        _ = try await ask(cache, key())
        cache.invalidate()
        watch.pass(.seconds(1))
        await #expect(throws: Withdrawn.self) {
            _ = try await cache.page(key()) {
                throw Withdrawn()
            } render: {
                RenderedPage("never")
            }
        }
        await #expect(throws: gone) {
            _ = try await cache.page(key()) {
                throw gone
            } render: {
                RenderedPage("never")
            }
        }
    }

    @Test func `a new day is a new page at once`() async throws {
        let cache = PageCache(now: watch.now)
        _ = try await ask(cache, key(day: "2026-03-01"), text: "2 days left")
        #expect(try await body(ask(cache, key(day: "2026-03-02"), text: "1 day left")) == "1 day left")
    }

    @Test func `visitors who come together share one rendering`() async throws {
        let cache = PageCache(now: watch.now), gate = Gate(), renders = Count()
        try await withThrowingTaskGroup(of: String.self) { visitors in
            for _ in 1...20 {
                visitors.addTask {
                    try await cache.page(PageKey(section: "", address: "/", day: "")) {
                        await gate.pass()
                        return Stamp("1")
                    } render: {
                        renders.up()
                        return RenderedPage("shared")
                    }.text
                }
            }
            await gate.reached()
            gate.open()
            for try await text in visitors { #expect(text == "shared") }
        }
        #expect(renders.value == 1)
    }

    @Test func `a rendering that began too long ago does not count for those who came later`() async throws {
        let cache = PageCache(now: watch.now), gate = Gate(), late = Gate()
        let first = Task { [watch] in
            try await cache.page(PageKey(section: "", address: "/", day: "")) {
                Stamp("1")
            } render: {
                await gate.pass()
                watch.pass(.seconds(2))
                return RenderedPage("old")
            }.text
        }
        await gate.reached()
        cache.invalidate()
        let second = Task {
            late.open()
            return try await cache.page(PageKey(section: "", address: "/", day: "")) {
                Stamp("2")
            } render: {
                RenderedPage("new")
            }.text
        }
        await late.pass()
        for _ in 1...100 { await Task.yield() }
        gate.open()
        #expect(try await first.value == "old")
        #expect(try await second.value == "new")
    }

    @Test func `a visitor who gives up does not spoil the page for the others`() async throws {
        let cache = PageCache(now: watch.now)
        await #expect(throws: CancellationError.self) {
            try await cache.page(key()) {
                throw CancellationError()
            } render: {
                RenderedPage("")
            }
        }
        #expect(try await body(ask(cache, key())) == "page")
    }

    @Test func `memory is bounded, and what is asked for stays`() async throws {
        let cache = PageCache(budget: 100_000, now: watch.now)
        for number in 0..<500 {
            _ = try await ask(cache, key("/favourite"))
            _ = try await ask(cache, key("/\(number)"))
            #expect(cache.size.bytes <= 100_000)
        }
        #expect(renders.value == 501)
        #expect(cache.size.pages > 10)
    }
}

extension Representation {
    /// The plain bytes, as text.
    var text: String {
        get async throws {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
            let body = response(to: Request(head: head, body: .init(buffer: .init()))).body
            var text = ""
            try await body.write(TextWriter { text += $0 })
            return text
        }
    }
}
