/// What a site puts around a document: menus, banners, footers, forms, asides, lists of links. Told by the page's own marks,
/// and never so much that the document itself would go.
struct Boilerplate {
    private let tree: MarkupTree
    private let measure: MarkupMeasure
    private let main: Range<Int>?

    init(_ tree: MarkupTree) {
        self.tree = tree
        let measure = MarkupMeasure(tree)
        self.measure = measure
        let letters = measure.all
        main =
            Self.only(tree) { $0.name == "main" || $0.attributes["role"] == "main" }.flatMap { measure.letters($0) * 10 > letters * 3 ? $0 : nil }
            ?? Self.only(tree) { $0.name == "article" }.flatMap { measure.letters($0) * 2 > letters ? $0 : nil }
    }

    /// The stretches of nodes that are no part of the document, in order.
    var ranges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < tree.nodes.count {
            let range = index..<tree.nodes[index].end
            if isDropped(range) {
                ranges.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return ranges
    }

    private func isDropped(_ range: Range<Int>) -> Bool {
        let node = tree.nodes[range.lowerBound]
        if isHidden(node) { return true }
        if let main, !main.overlaps(range) { return !(node.name.isEmpty && measure.letters(range) == 0) && !holdsTitle(range) }
        guard MarkupTag.blocks.contains(node.name), measure.letters(range) * 5 < measure.all * 2 else { return false }
        if let main, range.lowerBound <= main.lowerBound, main.upperBound <= range.upperBound { return false }
        return isFurniture(node, range) || isLinkList(node, range)
    }

    /// The page's title, where the document stands apart from it.
    private func holdsTitle(_ range: Range<Int>) -> Bool {
        guard let main, measure.titles(main) == 0 else { return false }
        return measure.titles(range) > 0 && !isFurniture(tree.nodes[range.lowerBound], range)
    }

    private func isHidden(_ node: MarkupTree.Node) -> Bool {
        guard !node.attributes.isEmpty else { return false }
        if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
        return node.attributes["style"]?.lowercased().filter { $0 != " " }.contains("display:none") ?? false
    }

    private func isFurniture(_ node: MarkupTree.Node, _ range: Range<Int>) -> Bool {
        if ["nav", "aside", "dialog", "search"].contains(node.name) { return true }
        if ["footer", "form"].contains(node.name) { return !holdsHeading(range) || measure.linked(range) > 0 }
        if node.name == "header" { return !holdsHeading(range) || measure.linked(range) > 0 && !isInMain(range) }
        if let role = node.attributes["role"], Self.roles.contains(role) { return true }
        guard !["html", "body", "main", "article"].contains(node.name) else { return false }
        return hasFurnitureName(node)
    }

    private func hasFurnitureName(_ node: MarkupTree.Node) -> Bool {
        guard !node.attributes.isEmpty else { return false }
        let names = (node.attributes["class"] ?? "") + " " + (node.attributes["id"] ?? "")
        return names.lowercased().split(whereSeparator: { !$0.isLetter }).contains { Self.names.contains(String($0)) }
    }

    /// Four links or more and hardly a word besides; documents to download and addresses to write to are no such list.
    private func isLinkList(_ node: MarkupTree.Node, _ range: Range<Int>) -> Bool {
        guard ["ul", "ol", "div", "table"].contains(node.name), measure.linked(range) * 10 > measure.letters(range) * 8 else { return false }
        return measure.links(range) >= 4 && measure.wantedLinks(range) == 0
    }

    private func holdsHeading(_ range: Range<Int>) -> Bool { measure.headings(range) > 0 }
    private func isInMain(_ range: Range<Int>) -> Bool { main.map { $0.lowerBound < range.lowerBound } ?? false }

    private static func only(_ tree: MarkupTree, _ isWanted: (MarkupTree.Node) -> Bool) -> Range<Int>? {
        let found = tree.nodes.indices.filter { isWanted(tree.nodes[$0]) }
        return found.count == 1 ? found[0]..<tree.nodes[found[0]].end : nil
    }

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar", "toolbar",
    ]
    private static let names: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "sidebar", "footer", "masthead",
        "share", "sharing", "addtoany", "related", "newsletter", "subscribe", "comments", "popup", "modal", "skip", "advert", "ads", "pagination",
        "toolbar", "login", "donate", "donation", "promo", "widget",
    ]
}
