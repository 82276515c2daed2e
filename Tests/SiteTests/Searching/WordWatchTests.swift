import Campaign
import Documents
import Logging
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(2))) struct WordWatchTests {
    @Test func `soon after a start the frequent words are known, and told as a number`() async throws {
        try await withSite { pages in
            try await pages.store.take(.wanjiru())
            let watch = WordWatch(site: pages.site, logger: Logger(label: "test"), least: 1), run = Task { await watch.run() }
            while pages.site.measures.searchWords.value == 0 { try await Task.sleep(for: .milliseconds(5)) }
            run.cancel()
            await run.value
            #expect(pages.site.shelves.words.contains("budget"))
            #expect(pages.site.measures.searchWords.value == pages.site.shelves.words.count)
        }
    }
}
