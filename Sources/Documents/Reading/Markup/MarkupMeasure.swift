/// What each stretch of a page holds: text, text that leads elsewhere, links, headings. Asked for every element, so summed up once.
struct MarkupMeasure {
    /// The sums of all nodes before a place.
    private struct Sums {
        var letters = 0, linked = 0, links = 0, wantedLinks = 0, headings = 0, titles = 0
    }

    private var sums = [Sums()]

    init(_ tree: MarkupTree) {
        sums.reserveCapacity(tree.nodes.count + 1)
        var sum = Sums(), linkEnd = 0
        for (index, node) in tree.nodes.enumerated() {
            if node.name == "a" { linkEnd = max(linkEnd, node.end) }
            let count = node.text.utf8.count { $0 > 0x20 }
            sum.letters += count
            sum.linked += index < linkEnd ? count : 0
            Self.add(node, to: &sum)
            sums.append(sum)
        }
    }

    private static func add(_ node: MarkupTree.Node, to sum: inout Sums) {
        if node.name == "a", let link = node.attributes["href"]?.lowercased() {
            sum.links += 1
            if wanted.contains(where: { link.contains($0) }) { sum.wantedLinks += 1 }
        } else if MarkupTag.headings.contains(node.name) {
            sum.headings += 1
            if node.name == "h1" { sum.titles += 1 }
        }
    }

    func letters(_ range: Range<Int>) -> Int { difference(range) { $0.letters } }
    func linked(_ range: Range<Int>) -> Int { difference(range) { $0.linked } }
    func links(_ range: Range<Int>) -> Int { difference(range) { $0.links } }
    /// Links to documents and to people to write to.
    func wantedLinks(_ range: Range<Int>) -> Int { difference(range) { $0.wantedLinks } }
    func headings(_ range: Range<Int>) -> Int { difference(range) { $0.headings } }
    /// Headings of the first level.
    func titles(_ range: Range<Int>) -> Int { difference(range) { $0.titles } }
    var all: Int { sums.last?.letters ?? 0 }

    private func difference(_ range: Range<Int>, of sum: (Sums) -> Int) -> Int { sum(sums[range.upperBound]) - sum(sums[range.lowerBound]) }

    private static let wanted = ["mailto:", "tel:", ".pdf", ".doc", ".odt", "twitter.com", "x.com/", "facebook.com"]
}
