extension Feed {
    /// Atom (RFC 4287) with pages (RFC 5005) and tombstones (RFC 6721).
    package func atom() -> String {
        let links: [XML] = [
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(selfURL)\"/>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(homeURL)\"/>",
        ]
        let pages = [("next", olderURL), ("previous", newerURL)].compactMap { relation, url in
            url.map { "<link rel=\"\(relation)\" type=\"application/atom+xml\" href=\"\($0)\"/>" as XML }
        }
        let removed = removals.map { "<at:deleted-entry ref=\"\($0.id)\" when=\"\($0.at)\"/>" as XML }
        let feed: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="\(language.rawValue)">
            <id>\(id)</id>
            <title>\(title)</title>
            <updated>\(updated)</updated>
            <author><name>\(author)</name></author>
            \(links + pages + entries.map(\.atom) + removed)
            </feed>

            """
        return feed.text
    }
}

extension Feed.Entry {
    fileprivate var atom: XML {
        let categories = topics.map { "<category term=\"\($0.term)\" label=\"\($0.label)\"/>" as XML }
        return """
            <entry xml:lang="\(language.rawValue)">
            <id>\(id)</id>
            <title>\(title)</title>
            <link rel="alternate" type="text/html" href="\(url)"/>
            <published>\(published)</published>
            <updated>\(updated)</updated>
            \(categories)
            <content type="html">\(markup.text)</content>
            </entry>
            """
    }
}
