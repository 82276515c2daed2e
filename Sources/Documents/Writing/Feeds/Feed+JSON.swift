import Foundation

extension Feed {
    /// JSON Feed 1.1. It has no word for what was taken down: that is simply not in it any more.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(JSONFeed(self)), as: UTF8.self) + "\n"
    }
}

/// The shape of JSON Feed 1.1; the names are the specification's.
private struct JSONFeed: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title: String
    let language: String
    let homePage: String
    let feed: String
    let next: String?
    let authors: [Author]
    let items: [Item]

    enum CodingKeys: String, CodingKey {
        case version, title, language, authors, items
        case homePage = "home_page_url"
        case feed = "feed_url"
        case next = "next_url"
    }

    init(_ feed: Feed) {
        title = feed.title
        language = feed.language.rawValue
        homePage = feed.homeURL
        self.feed = feed.selfURL
        next = feed.olderURL
        authors = [Author(name: feed.author)]
        items = feed.entries.map(Item.init)
    }

    struct Author: Encodable {
        let name: String
    }

    struct Item: Encodable {
        let id: String
        let url: String
        let title: String
        let language: String
        let html: String
        let published: String
        let modified: String
        let tags: [String]

        enum CodingKeys: String, CodingKey {
            case id, url, title, language, tags
            case html = "content_html"
            case published = "date_published"
            case modified = "date_modified"
        }

        init(_ entry: Feed.Entry) {
            id = entry.id
            url = entry.url
            title = entry.title
            language = entry.language.rawValue
            html = entry.markup.text
            published = entry.published
            modified = entry.updated
            tags = entry.topics.map(\.label)
        }
    }
}
