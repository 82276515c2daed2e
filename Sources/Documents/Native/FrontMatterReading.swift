import Yams

/// One mapping of a front matter, asked key by key.
///
/// What is absent or null is nil; what is there but of another kind is refused with the name of its key.
struct FrontMatterReading {
    private let values: Node.Mapping

    /// Parses a whole front matter. Keys that nobody asks for are left alone: a later version may have more of them.
    init(yaml: String) throws(NativeDocument.Malformed) {
        if let line = FrontMatterGuard.offendingLine(in: yaml) { throw .init("line \(line + 1): YAML that this format does not use") }
        guard let node = try? compose(yaml: yaml), let values = node.mapping else { throw .init("the front matter is not YAML with keys and values") }
        self.values = values
    }

    private init(_ node: Node, in key: String) throws(NativeDocument.Malformed) {
        guard let values = node.mapping else { throw .init("\(key): keys and values wanted") }
        self.values = values
    }

    private func node(_ key: String) -> Node? {
        guard let node = values[key], !node.isNull else { return nil }
        return node
    }

    func text(_ key: String) throws(NativeDocument.Malformed) -> String? {
        guard let node = node(key) else { return nil }
        return try text(of: node, key)
    }

    func texts(_ key: String) throws(NativeDocument.Malformed) -> [String] {
        var texts: [String] = []
        for node in try nodes(key) { texts.append(try text(of: node, key)) }
        return texts
    }

    /// A null character is in no text that a database can keep.
    private func text(of node: Node, _ key: String) throws(NativeDocument.Malformed) -> String {
        guard let scalar = node.scalar, !scalar.string.unicodeScalars.contains("\0") else { throw .init("\(key): a text wanted") }
        return scalar.string
    }

    /// What `make` makes of a text; a text that it can make nothing of is refused.
    func value<Value>(_ key: String, _ make: (String) -> Value?) throws(NativeDocument.Malformed) -> Value? {
        guard let text = try text(key) else { return nil }
        guard let value = make(text) else { throw .init("\(key): not understood") }
        return value
    }

    func needed<Value>(_ key: String, _ make: (String) -> Value?) throws(NativeDocument.Malformed) -> Value {
        guard let value = try value(key, make) else { throw .init("\(key): missing") }
        return value
    }

    func flag(_ key: String) throws(NativeDocument.Malformed) -> Bool? {
        try value(key) { ["true": true, "false": false][$0] }
    }

    func part(_ key: String) throws(NativeDocument.Malformed) -> FrontMatterReading? {
        guard let node = node(key) else { return nil }
        return try FrontMatterReading(node, in: key)
    }

    func parts<Part>(
        _ key: String, _ read: (FrontMatterReading) throws(NativeDocument.Malformed) -> Part
    ) throws(NativeDocument.Malformed) -> [Part] {
        var parts: [Part] = []
        for node in try nodes(key) { parts.append(try read(try FrontMatterReading(node, in: key))) }
        return parts
    }

    private func nodes(_ key: String) throws(NativeDocument.Malformed) -> [Node] {
        guard let node = node(key) else { return [] }
        guard let sequence = node.sequence else { throw .init("\(key): a list wanted") }
        return Array(sequence)
    }
}

extension Node {
    /// A bare nothing; "null" in quotes is a text.
    fileprivate var isNull: Bool {
        guard let scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}
