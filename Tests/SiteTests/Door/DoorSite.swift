import Campaign
import Hummingbird
import Synchronization
import TestSupport

@testable import Site

/// A site with one page of everybody's, which counts how often it was asked for itself, and whatever else a test needs.
final class DoorSite: Sendable {
    static let words = String(repeating: "Write a letter before the deadline. ", count: 100)

    let watch = Watch()
    let clock = StillClock("2021-11-30T10:05:00.000Z")
    let cache: PageCache
    let ready: ReadyAnswers
    let asked = Count()
    private let text = Mutex<String?>(words)

    init() {
        let watch = watch, clock = clock
        let cache = PageCache(now: watch.now), seen = Edition()
        self.cache = cache
        editions = seen
        ready = ReadyAnswers(
            cache: cache, world: .still(clock), edition: { seen.number.value }, isOurs: { ["localhost", "us.localhost"].contains($0) })
    }

    private final class Edition: Sendable {
        let number = Count()
    }

    private let editions: Edition

    func changeSections() { editions.number.up() }

    /// Another text, or none any more.
    func publish(_ words: String?) {
        text.withLock { $0 = words }
        cache.invalidate()
    }

    func run(
        limits: Limits = Limits(), measures: Measures = Measures(), more: @escaping (Router<Visitor>) -> Void = { _ in },
        _ body: (RunningSite) async throws -> Void
    ) async throws {
        try await RunningSite.run(
            limits: limits, ready: ready, measures: measures,
            routes: { [self] in
                routes($0); more($0)
            }, body)
    }

    private func routes(_ router: Router<Visitor>) {
        router.get("page") { [self] request, visitor in
            asked.up()
            guard let words = text.withLock({ $0 }) else { throw HTTPError(.gone) }
            let kept = try await cache.keptPage(PageKey(section: visitor.host, address: "/page", day: "today")) {
                Stamp(words)
            } render: {
                RenderedPage(words, language: "en")
            }
            visitor.slip?.note(kept, at: "/page")
            return kept.page.response(to: request)
        }
    }
}
