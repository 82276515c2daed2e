/// The addresses of a site for search engines (sitemaps.org 0.9), each with its address in every other language.
package enum SiteMap {
    /// A page in all its languages, in the order in which they are listed.
    package struct Page: Sendable {
        package let urls: [(language: Language, url: String)]

        package init(urls: [(language: Language, url: String)]) {
            self.urls = urls
        }
    }

    /// At most 50,000 addresses; the caller parts them by year.
    package static func urls(_ pages: [Page]) -> String {
        let entries = pages.flatMap { page in
            let others = page.urls.map { "<xhtml:link rel=\"alternate\" hreflang=\"\($0.language.rawValue)\" href=\"\($0.url)\"/>" as XML }
            return page.urls.map { "<url><loc>\($0.url)</loc>\(others)</url>" as XML }
        }
        let map: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(entries)
            </urlset>

            """
        return map.text
    }

    /// The maps of a site that has several.
    package static func index(_ maps: [String]) -> String {
        let index: XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(maps.map { "<sitemap><loc>\($0)</loc></sitemap>" as XML })
            </sitemapindex>

            """
        return index.text
    }
}
