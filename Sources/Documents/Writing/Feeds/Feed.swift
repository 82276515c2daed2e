/// What is told to programs that read feeds: entries, newest first, and what was taken down since.
///
/// Moments are RFC 3339 texts in UTC. An entry's identifier stays the same for good, and names nobody.
package struct Feed: Sendable {
    /// A tag URI (RFC 4151).
    package let id: String
    package let title: String
    package let language: Language
    /// The page for people that tells the same.
    package let homeURL: String
    package let selfURL: String
    /// The next older and newer page (RFC 5005, section 3); nil at the ends.
    package let olderURL: String?
    package let newerURL: String?
    package let author: String
    package let entries: [Entry]
    package let removals: [Removal]

    package init(
        id: String, title: String, language: Language, homeURL: String, selfURL: String, olderURL: String?, newerURL: String?, author: String,
        entries: [Entry], removals: [Removal]
    ) {
        self.id = id
        self.title = title
        self.language = language
        self.homeURL = homeURL
        self.selfURL = selfURL
        self.olderURL = olderURL
        self.newerURL = newerURL
        self.author = author
        self.entries = entries
        self.removals = removals
    }

    /// One output of an action.
    package struct Entry: Sendable {
        package let id: String
        package let url: String
        package let title: String
        /// The language of the words, which may be another one than the feed's.
        package let language: Language
        package let paragraphs: [String]
        package let demands: [String]
        package let topics: [Topic]
        package let published: String
        package let updated: String

        package init(
            id: String, url: String, title: String, language: Language, paragraphs: [String], demands: [String], topics: [Topic], published: String,
            updated: String
        ) {
            self.id = id
            self.url = url
            self.title = title
            self.language = language
            self.paragraphs = paragraphs
            self.demands = demands
            self.topics = topics
            self.published = published
            self.updated = updated
        }

        /// A country, a kind or a topic: what programs sort by, and what people read.
        package struct Topic: Hashable, Sendable {
            package let term: String
            package let label: String

            package init(term: String, label: String) {
                self.term = term
                self.label = label
            }
        }
    }

    /// An entry that is gone, for readers that kept it.
    package struct Removal: Sendable {
        package let id: String
        package let at: String

        package init(id: String, at: String) {
            self.id = id
            self.at = at
        }
    }

    /// When anything of it last changed; a feed without entries changed when the epoch began.
    var updated: String {
        (entries.map(\.updated) + removals.map(\.at)).max() ?? "1970-01-01T00:00:00.000Z"
    }
}

extension Feed.Entry {
    /// The words as markup: paragraphs, then the demands as a list.
    var markup: HTML {
        let lines = paragraphs.map { "<p>\($0)</p>" as HTML }
        guard !demands.isEmpty else { return HTML(lines) }
        return HTML(lines + ["<ul>\(demands.map { "<li>\($0)</li>" as HTML })</ul>"])
    }
}
