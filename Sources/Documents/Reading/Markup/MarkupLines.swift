/// The lines of a page: blocks and breaks end a line, items have their mark, paragraphs stand apart.
struct MarkupLines {
    private(set) var lines: [TextLine] = []
    private let tree: MarkupTree
    /// Whether the page writes every line as a paragraph and empty ones between, as word processors do.
    private let isLined: Bool
    private var text = String.UnicodeScalarView()
    private var open: [Int] = []
    private var lists: [List] = []
    private var headings = 0, preformatted = 0, row: Int?
    private var isBlankDue = false

    private struct List {
        let isOrdered: Bool
        var next: Int
    }

    init(_ tree: MarkupTree, without dropped: [Range<Int>]) {
        self.tree = tree
        isLined = MarkupLines.writesLines(tree)
        var skips = dropped[...], index = 0
        while index < tree.nodes.count {
            close(upTo: index)
            if let skip = skips.first, skip.lowerBound == index {
                skips.removeFirst()
                if MarkupTag.blocks.contains(tree.nodes[index].name) { endLine() }
                index = skip.upperBound
            } else {
                enter(index)
                index += 1
            }
        }
        close(upTo: Int.max)
        endLine()
    }

    /// Empty paragraphs between others, or many short ones without a single break in any, show that a paragraph is a line.
    private static func writesLines(_ tree: MarkupTree) -> Bool {
        let paragraphs = tree.nodes.indices.filter { tree.nodes[$0].name == "p" }.map { tree.nodes[$0..<tree.nodes[$0].end] }
        if paragraphs.contains(where: { $0.allSatisfy { $0.text.trimmed.isEmpty } }) { return true }
        guard !paragraphs.contains(where: { $0.contains { $0.name == "br" } }) else { return false }
        let lengths = paragraphs.map { $0.reduce(0) { $0 + $1.text.utf8.count } }
        return lengths.count >= 8 && (lengths.count { $0 < 80 } * 2 > lengths.count || lengths.allSatisfy { $0 < 150 })
    }
}

extension MarkupLines {
    private mutating func enter(_ index: Int) {
        let node = tree.nodes[index]
        if node.name.isEmpty { return append(node.text) }
        if node.name == "br" { return breakLine() }
        guard MarkupTag.blocks.contains(node.name) || node.name == "a" else { return }
        open.append(index)
        guard node.name != "a" else { return }
        begin(node.name, index)
    }

    private mutating func begin(_ name: String, _ index: Int) {
        if row == nil || !["td", "th", "p"].contains(name) { endBlock(name) } else { text.append(" ") }
        switch name {
        case "ul", "ol": lists.append(List(isOrdered: name == "ol", next: Int(tree.nodes[index].attributes["start"] ?? "") ?? 1))
        case "li": text += mark().unicodeScalars
        case "pre": preformatted += 1
        case "tr" where row == nil && isSimpleRow(index): row = index
        case _ where MarkupTag.headings.contains(name): headings += 1
        default: break
        }
    }

    private mutating func close(upTo index: Int) {
        while let last = open.last, tree.nodes[last].end <= index {
            open.removeLast()
            let node = tree.nodes[last]
            if node.name == "a" { appendAddress(node, last) } else { end(node.name, last) }
        }
    }

    private mutating func end(_ name: String, _ index: Int) {
        if row == index { row = nil }
        if row != nil, ["td", "th", "p"].contains(name) { return }
        if name == "p", isLined, text.isEmpty { isBlankDue = true }
        endBlock(name)
        switch name {
        case "ul", "ol": lists.removeLast()
        case "pre": preformatted -= 1
        case _ where MarkupTag.headings.contains(name): headings -= 1
        default: break
        }
    }

    private mutating func endBlock(_ name: String) {
        endLine()
        if MarkupTag.paragraphs.contains(name), !(name == "p" && (isLined || !lists.isEmpty)) { isBlankDue = true }
    }

    /// The mark of an item, as it would stand in plain text.
    private mutating func mark() -> String {
        guard let list = lists.indices.last, lists[list].isOrdered else { return "• " }
        defer { lists[list].next &+= 1 }
        return "\(lists[list].next). "
    }

    /// A row of short cells is one line: "Date:" beside its day. Cells of several lines are columns, read one after the other.
    private func isSimpleRow(_ index: Int) -> Bool {
        let inside = tree.nodes[(index + 1)..<tree.nodes[index].end]
        let cells = inside.count { $0.name == "td" || $0.name == "th" }
        return inside.count { $0.name == "p" } <= cells
            && inside.allSatisfy { ["", "td", "th", "p", "a", "label"].contains($0.name) && $0.text.utf8.count < 200 }
    }

    /// A link to write to somebody tells the address, even where its words do not.
    private mutating func appendAddress(_ node: MarkupTree.Node, _ index: Int) {
        guard let link = node.attributes["href"], link.lowercased().hasPrefix("mailto:") else { return }
        let address = link.dropFirst(7).prefix { $0 != "?" }
        guard address.contains("@"), !tree.nodes[index..<node.end].contains(where: { $0.text.contains("@") || $0.text.contains("protected]") }) else {
            return
        }
        append(" \(address)")
    }
}

extension MarkupLines {
    private mutating func append(_ part: String) {
        for scalar in PlainTextReader.cleaned(part.unicodeScalars[...], keepingBreaks: true) {
            if scalar == "\n", preformatted > 0 {
                breakLine()
            } else if scalar == " " || scalar == "\n" {
                if let last = text.last, last != " " { text.append(" ") }
            } else {
                text.append(scalar)
            }
        }
    }

    /// A break in an empty line is a blank line.
    private mutating func breakLine() {
        if String(text).trimmed.isEmpty { isBlankDue = true } else { endLine() }
    }

    private mutating func endLine() {
        let written = String(text).trimmed
        text = String.UnicodeScalarView()
        guard !written.isEmpty, written != "•" else { return }
        if isBlankDue, !lines.isEmpty { lines.append(TextLine("", number: lines.count + 1)) }
        isBlankDue = false
        let line = MarkdownResidue(written).line(number: lines.count + 1, page: 1)
        lines.append(headings > 0 ? TextLine(line.text, number: line.number, isHeading: true) : line)
    }
}
