import Campaign
import Documents

/// What of a section's site can live as files, and under which names: everything that is the same for everybody.
///
///     plan.file("/es/actions/119-21")   // "es/actions/119-21/index.html"
///     plan.file("/es/?country=pe")      // "es/country-pe/index.html"
///     plan.file("/es/search?q=Lima")    // nil: it needs the server
struct CopyPlan: Sendable {
    private let languages: Set<String>
    private static let filters: Set = ["country", "region", "topic"]
    private static let guides = Set(Guide.Name.allCases.map(\.rawValue))
    private static let feeds = Set(FeedKind.allCases.map(\.rawValue))

    init(_ section: Section) {
        languages = Set(section.languages.map(\.rawValue))
    }

    /// The file for an address of the site, without what comes after "#"; nil for what needs the server.
    func file(_ address: String) -> String? {
        let (path, query) = Self.parts(address)
        let names = path.split(separator: "/").map(String.init)
        guard path.hasPrefix("/"), names.allSatisfy(Self.isPlain), isCopied(names, query) else { return nil }
        let filter = query.map { [$0.replacing("=", with: "-")] } ?? []
        let isFile = names.last?.contains(".") ?? false
        return (names + filter + (isFile ? [] : ["index.html"])).joined(separator: "/")
    }

    /// The action whose own the address is; nil for pages that stand for themselves.
    func action(_ address: String) -> String? {
        let names = Self.parts(address).path.split(separator: "/")
        if names.count > 1, names[0] == "documents" { return String(names[1]) }
        return names.count > 2 && names[1] == "actions" ? String(names[2]) : nil
    }

    /// The file of an action's own page, where the address is that.
    func root(_ address: String) -> String? {
        guard address.split(separator: "/").count == 3, action(address) != nil else { return nil }
        return file(address)
    }

    /// Styles, scripts, the section's colours and its logo: pages of every kind need them.
    static func isGarment(_ address: String) -> Bool { address.hasPrefix("/assets/") || address.hasPrefix("/look/") }

    /// The folders that hold an action's own files.
    func folders(of slug: String) -> [String] {
        ["documents/\(slug)"] + languages.map { "\($0)/actions/\(slug)" }
    }

    private func isCopied(_ names: [String], _ query: String?) -> Bool {
        guard let first = names.first else { return false }
        if let query {
            let parts = query.split(separator: "=").map(String.init)
            return names.count == 1 && languages.contains(first) && parts.count == 2 && Self.filters.contains(parts[0]) && Self.isPlain(parts[1])
        }
        if languages.contains(first) { return isPage(names.dropFirst().map { $0 }) }
        switch first {
        case "assets", "look": return names.count > 1
        case "documents": return names.count == 5
        case "c": return names.count == 3
        case "robots.txt", "sitemap.xml": return names.count == 1
        case "sitemaps": return names.count == 2
        default: return false
        }
    }

    /// - Parameter names: what follows the language.
    private func isPage(_ names: [String]) -> Bool {
        switch names.first {
        case nil: true
        case "archive": names.dropFirst().count <= 2 && names.dropFirst().allSatisfy { Int($0) != nil }
        case "collections": names.count == 2
        case "actions": names.count > 1 && isOfAction(names.dropFirst(2).map { $0 })
        case let name?: names.count == 1 && (Self.guides.contains(name) || Self.feeds.contains(name))
        }
    }

    private func isOfAction(_ names: [String]) -> Bool {
        switch names.count {
        case 0: true
        case 1: Self.feeds.contains(names[0]) || Int(names[0]) != nil
        case 2: names[0] == "replies"
        default: names.count == 3 && names[0] == "replies" && names[1] != "handed" && names[2].hasSuffix(".jpg")
        }
    }

    private static func parts(_ address: String) -> (path: String, query: String?) {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }

    /// Fit for the name of a file, and for no way out of the folder.
    private static func isPlain(_ name: String) -> Bool {
        !name.hasPrefix(".") && name.utf8.allSatisfy(isPlain)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
