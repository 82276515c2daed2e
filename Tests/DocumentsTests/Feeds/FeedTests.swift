import Foundation
import Testing

@testable import Documents

/// Atom, JSON Feed and calendar as texts; other programs read them in Tests/EndToEnd/feeds.py.
struct FeedTests {
    private func feed(_ entries: [Feed.Entry], removals: [Feed.Removal] = []) -> Feed {
        Feed(
            id: "tag:example.org,2021:/en/feed.atom", title: "Actions & more", language: "en", homeURL: "https://example.org/en/",
            selfURL: "https://example.org/en/feed.atom", olderURL: "https://example.org/en/feed.atom?page=1", newerURL: nil, author: "Example",
            entries: entries, removals: removals)
    }

    private func entry(_ title: String, updated: String = "2021-11-24T09:00:00.000Z") -> Feed.Entry {
        Feed.Entry(
            id: "tag:example.org,2021:119-21/1/en", url: "https://example.org/en/actions/119-21/1", title: title, language: "en",
            paragraphs: ["Held <since> Monday."], demands: ["Free & safe"], topics: [.init(term: "PE", label: "Peru")],
            published: "2021-11-23T09:00:00.000Z", updated: updated)
    }

    @Test func `words of a case never become tags of the feed, and are escaped twice as the content`() {
        let atom = feed([entry("Peru: <b>Ana</b> & Rosa")]).atom()
        #expect(atom.contains("<title>Peru: &lt;b&gt;Ana&lt;/b&gt; &amp; Rosa</title>"))
        #expect(atom.contains("&lt;p&gt;Held &amp;lt;since&amp;gt; Monday.&lt;/p&gt;"))
        #expect(atom.contains("&lt;li&gt;Free &amp;amp; safe&lt;/li&gt;"))
    }

    @Test func `a feed changed when the latest of its entries did, or when something was taken down`() {
        let later = feed([entry("A"), entry("B", updated: "2021-12-01T09:00:00.000Z")])
        let taken = feed([entry("A")], removals: [.init(id: "tag:example.org,2021:5-21/1/en", at: "2022-01-02T00:00:00.000Z")])
        #expect(later.atom().contains("</title>\n<updated>2021-12-01T09:00:00.000Z</updated>"))
        #expect(taken.atom().contains("</title>\n<updated>2022-01-02T00:00:00.000Z</updated>"))
        #expect(taken.atom().contains("<at:deleted-entry ref=\"tag:example.org,2021:5-21/1/en\" when=\"2022-01-02T00:00:00.000Z\"/>"))
    }

    @Test func `pages lead to the older one and not beyond the newest`() {
        let atom = feed([]).atom()
        #expect(atom.contains("<link rel=\"next\" type=\"application/atom+xml\" href=\"https://example.org/en/feed.atom?page=1\"/>"))
        #expect(!atom.contains("rel=\"previous\""))
    }

    @Test func `a JSON feed says the same in its own names`() throws {
        let text = try feed([entry("A \"quoted\" title")]).json()
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let items = try #require(read["items"] as? [[String: Any]])
        #expect(read["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(items.first?["title"] as? String == "A \"quoted\" title")
        #expect(items.first?["content_html"] as? String == "<p>Held &lt;since&gt; Monday.</p>\n<ul><li>Free &amp; safe</li></ul>")
        #expect(items.first?["date_modified"] as? String == "2021-11-24T09:00:00.000Z")
    }
}
