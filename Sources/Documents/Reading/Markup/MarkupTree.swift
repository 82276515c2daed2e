import CGumbo

/// A page by the rules of HTML5, laid out flat: every element is followed by what it holds, up to `end`.
struct MarkupTree {
    struct Node {
        /// The name of an element; empty for text.
        let name: String
        let text: String
        let attributes: [String: String]
        /// The place after the last node inside.
        var end: Int
    }

    private(set) var nodes: [Node] = []

    init(_ bytes: [UInt8]) {
        let arena = MarkupArena()
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
            var options = arena.options
            guard let output = gumbo_parse_with_options(&options, start, buffer.count) else { return }
            take(output.pointee.root)
        }
        withExtendedLifetime(arena) {}
    }

    /// Without recursion: a page may nest as deep as it likes.
    private mutating func take(_ root: UnsafeMutablePointer<GumboNode>?) {
        var waiting: [(node: UnsafeMutablePointer<GumboNode>?, closes: Int?)] = [(root, nil)]
        while let (node, closes) = waiting.popLast() {
            if let closes {
                nodes[closes].end = nodes.count
            } else if let node {
                append(node.pointee, &waiting)
            }
        }
    }

    private mutating func append(_ node: GumboNode, _ waiting: inout [(node: UnsafeMutablePointer<GumboNode>?, closes: Int?)]) {
        switch node.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
            nodes.append(Node(name: "", text: node.v.text.text.map { String(cString: $0) } ?? "", attributes: [:], end: nodes.count + 1))
        case GUMBO_NODE_ELEMENT:
            let element = node.v.element
            nodes.append(Node(name: String(cString: gumbo_normalized_tagname(element.tag)), text: "", attributes: Self.attributes(element), end: 0))
            waiting.append((nil, nodes.count - 1))
            for index in (0..<Int(element.children.length)).reversed() {
                waiting.append((element.children.data[index]?.assumingMemoryBound(to: GumboNode.self), nil))
            }
        default: break
        }
    }

    private static func attributes(_ element: GumboElement) -> [String: String] {
        guard element.attributes.length > 0 else { return [:] }
        let all = (0..<Int(element.attributes.length)).compactMap { element.attributes.data[$0]?.assumingMemoryBound(to: GumboAttribute.self) }
        return Dictionary(all.map { (String(cString: $0.pointee.name), String(cString: $0.pointee.value)) }) { first, _ in first }
    }
}
