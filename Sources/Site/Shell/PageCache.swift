import Storage
import Synchronization

/// Finished pages, served as bytes while nothing changed.
///
/// A page is served as it is until the database changes (``invalidate()``). From then on its stamp is asked for, at most five times a
/// second for each page, and the page is rendered again only when the stamp differs, at most once a second. Requests that come
/// meanwhile share one rendering. So a change is seen within a second of it, and a withdrawn page is gone a fifth of a second later:
/// what is thrown (a missing page, a withdrawn one) is never kept.
///
/// While the database cannot be reached a kept page is shown on, until half a minute after it was last found good: a restart is not seen by
/// readers, and a process that was cut off does not show for long what others have withdrawn meanwhile.
package final class PageCache: Sendable {
    private struct State: Sendable {
        var shelf: PageShelf
        /// Those who wait for the rendering of a page; a page without an entry is not being rendered.
        var flights: [PageKey: [CheckedContinuation<Landing, Never>]] = [:]
    }

    private let state: Mutex<State>
    private let generation = Atomic<Int>(0)
    private let pause: Duration
    private let glance: Duration
    private let grace: Duration
    private let now: @Sendable () -> Duration

    /// - Parameters:
    ///   - pause: the least time between two renderings of a page.
    ///   - glance: the least time between two questions for its stamp.
    ///   - grace: how long a page is shown that cannot be looked at.
    ///   - now: a clock that never goes back; a corrected wall clock would make old pages look fresh.
    package init(
        budget: Int = 64 << 20,
        pause: Duration = .seconds(1),
        glance: Duration = .milliseconds(200),
        grace: Duration = .seconds(30),
        now: @escaping @Sendable () -> Duration = PageCache.uptime()
    ) {
        self.state = Mutex(State(shelf: PageShelf(budget: budget)))
        self.pause = pause
        self.glance = glance
        self.grace = grace
        self.now = now
    }

    /// The time since this call, by a clock that only goes forward.
    package static func uptime() -> @Sendable () -> Duration {
        let start = ContinuousClock.now
        return { ContinuousClock.now - start }
    }

    /// To be called when the database changed, by whomever.
    package func invalidate() {
        generation.add(1, ordering: .sequentiallyConsistent)
    }

    package var size: (pages: Int, bytes: Int) {
        state.withLock { ($0.shelf.count, $0.shelf.bytes) }
    }

    /// The page for `key`, kept or made anew.
    ///
    /// - Parameters:
    ///   - stamp: what the page is made from; throws when there is no such page.
    ///   - render: the page itself.
    package func page(
        _ key: PageKey,
        stamp: () async throws -> Stamp,
        render: () async throws -> RenderedPage
    ) async throws -> Representation {
        try await keptPage(key, stamp: stamp, render: render).page
    }

    /// The same, with how long it may be shown.
    func keptPage(_ key: PageKey, stamp: () async throws -> Stamp, render: () async throws -> RenderedPage) async throws -> KeptPage {
        while true {
            let check = Check(generation: generation.load(ordering: .sequentiallyConsistent), began: now())
            switch state.withLock({ decide(key, check, &$0) }) {
            case .serve(let entry): return entry.keptPage
            case .refresh(let kept): return try await refresh(key, kept, check, stamp, render).keptPage
            case .wait: if let page = try await shared(key) { return page }
            }
        }
    }

    /// Whether a page that was good at that look is still shown without asking.
    func isCurrent(_ look: KeptPage.Look) -> Bool {
        look.generation == generation.load(ordering: .acquiring) || now() - look.checked < glance
    }
}

extension PageCache {
    fileprivate struct Check {
        let generation: Int
        let began: Duration
    }

    private enum Decision {
        case serve(PageShelf.Entry)
        case refresh(kept: PageShelf.Entry?)
        case wait
    }

    private enum Landing: Sendable {
        case page(PageShelf.Entry)
        case failure(any Error)
        /// Nothing came of it for the others: look again.
        case abandoned
    }

    private func decide(_ key: PageKey, _ check: Check, _ state: inout State) -> Decision {
        let kept = state.shelf.entry(key)
        if let kept, isCurrent(kept.generation, kept.checked, check) { return .serve(kept) }
        if state.flights[key] != nil { return .wait }
        state.flights[key] = []
        return .refresh(kept: kept)
    }

    private func isCurrent(_ generation: Int, _ checked: Duration, _ check: Check) -> Bool {
        generation == check.generation || check.began - checked < glance
    }

    private func refresh(
        _ key: PageKey,
        _ kept: PageShelf.Entry?,
        _ check: Check,
        _ stamp: () async throws -> Stamp,
        _ render: () async throws -> RenderedPage
    ) async throws -> PageShelf.Entry {
        do {
            let current = try await stamp()  // before the page, so that a change in between is noticed the next time
            let known = kept?.compared(with: current, check, pause, glance)
            let entry = if let known { known } else { try await made(current, check, render) }
            land(key, .page(entry)) { $0.keep(entry, for: key) }
            return entry
        } catch StorageFailure.unreachable(let reason) {
            guard var kept, now() - kept.answered < grace else {
                land(key, .failure(StorageFailure.unreachable(reason))) { $0.drop(key) }
                throw StorageFailure.unreachable(reason)
            }
            kept.checked = now()
            land(key, .page(kept)) { $0.keep(kept, for: key) }
            return kept
        } catch {
            land(key, error is CancellationError ? .abandoned : .failure(error)) { $0.drop(key) }
            throw error
        }
    }

    private func made(_ stamp: Stamp, _ check: Check, _ render: () async throws -> RenderedPage) async throws -> PageShelf.Entry {
        let page = Representation(try await render(), caching: .revalidated)
        return PageShelf.Entry(
            page: page, stamp: stamp, rendered: check.began, generation: check.generation, checked: check.began, answered: check.began)
    }

    private func land(_ key: PageKey, _ landing: Landing, _ change: (inout PageShelf) -> Void) {
        let waiting = state.withLock { state in
            change(&state.shelf)
            return state.flights.removeValue(forKey: key) ?? []
        }
        for continuation in waiting { continuation.resume(returning: landing) }
    }

    /// What the rendering under way brings; nil when it is over already, was abandoned, or began too long ago to count for this request.
    private func shared(_ key: PageKey) async throws -> KeptPage? {
        switch await landing(key) {
        case .abandoned: return nil
        case .failure(let error): throw error
        case .page(let entry):
            let check = Check(generation: self.generation.load(ordering: .sequentiallyConsistent), began: now())
            return isCurrent(entry.generation, entry.checked, check) ? entry.keptPage : nil
        }
    }

    private func landing(_ key: PageKey) async -> Landing {
        await withCheckedContinuation { continuation in
            let isWaiting = state.withLock { state in
                state.flights[key]?.append(continuation) != nil
            }
            if !isWaiting { continuation.resume(returning: .abandoned) }
        }
    }
}

extension PageShelf.Entry {
    fileprivate var keptPage: KeptPage { KeptPage(page: page, look: KeptPage.Look(generation: generation, checked: checked)) }

    /// This entry after a look at the present stamp: good for the present state, or too young to be made anew and to be looked at again
    /// soon; nil when it must be made anew.
    fileprivate func compared(with current: Stamp, _ check: PageCache.Check, _ pause: Duration, _ glance: Duration) -> PageShelf.Entry? {
        var entry = self
        entry.checked = check.began
        entry.answered = check.began
        if stamp == current {
            entry.generation = check.generation
            return entry
        }
        guard check.began - rendered < pause else { return nil }
        entry.checked = min(check.began, rendered + pause - glance)  // the next look comes when it may be made anew, and no glance later
        return entry
    }
}
