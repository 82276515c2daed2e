import Documents

/// The links of a page that becomes a file: what they lead to, and the same page with links that work from files.
struct PageLinks {
    private let page: [UInt8]
    private let tags: PageTags

    init(_ page: [UInt8]) {
        self.page = page
        tags = PageTags(page)
    }

    /// The addresses of the site that the page leads to or is made of, without what comes after "#"; forms aside.
    var addresses: [String] {
        tags.filter { $0.name != "form" }.flatMap { tag in
            ["href", "src"].compactMap { tag.attribute($0) }.map(tags.value).filter(Self.isOfSite).map { Self.parts($0).address }
        }
    }

    /// The page as the file `name`: links to what is copied lead to its file, all others of the site to the server. A form for the server that
    /// sends what was typed or chosen becomes a way to the page it stands on, since a server takes nothing from another one's pages.
    ///
    /// - Parameters:
    ///   - address: the page's own.
    ///   - origin: scheme and host of the server.
    ///   - file: the file of an address; nil where there is none.
    func filed(as name: String, address: String, origin: String, file: (String) -> String?) -> [UInt8] {
        var filed: [UInt8] = [], done = 0
        func put(_ text: String, in range: Range<Int>) {
            filed += page[done..<range.lowerBound]
            filed += ("\(text)" as HTML).text.utf8
            done = range.upperBound
        }
        for tag in tags {
            let isPost = tag.name == "form" && tag.attribute("method").map { tags.value($0).lowercased() == "post" } ?? false
            for attribute in tag.attributes {
                let value = tags.value(attribute)
                switch attribute.name {
                case "method" where isPost: put("get", in: attribute.range)
                case "action" where isPost: put(origin + address, in: attribute.range)
                case "href", "src", "action":
                    guard Self.isOfSite(value) else { continue }
                    let (target, fragment) = Self.parts(value)
                    let found = attribute.name == "action" ? nil : file(target)
                    put((found.map { Self.way(from: name, to: $0) } ?? origin + target) + fragment, in: attribute.range)
                default: continue
                }
            }
        }
        return filed + page[done...]
    }

    /// From one file to another, both named from the same folder.
    ///
    ///     way(from: "es/archive/index.html", to: "assets/site.css")   // "../../assets/site.css"
    static func way(from: String, to: String) -> String {
        let start = from.split(separator: "/").dropLast(), end = to.split(separator: "/")
        let common = zip(start, end.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: start.count - common) + end.dropFirst(common).joined(separator: "/")
    }

    private static func isOfSite(_ link: String) -> Bool { link.hasPrefix("/") && !link.hasPrefix("//") }

    private static func parts(_ link: String) -> (address: String, fragment: String) {
        guard let place = link.firstIndex(of: "#") else { return (link, "") }
        return (String(link[..<place]), String(link[place...]))
    }
}
