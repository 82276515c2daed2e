/// What was found by which words while the index was at one version.
struct KnownFinds {
    struct Words: Hashable {
        let forms: [[String]]
        let isInHead: Bool
    }

    /// A frequent word is in tens of thousands of outputs, whose numbers take some hundred thousand bytes.
    static let mostBytes = 8_000_000

    private var version = 0
    private var finds: [Words: String] = [:]
    /// The first found at the beginning.
    private var order: [Words] = []
    private(set) var bytes = 0

    func find(_ words: Words, at version: Int) -> String? { version == self.version ? finds[words] : nil }

    /// What an older transaction found is of no use to those that come.
    mutating func keep(_ numbers: String, of words: Words, at version: Int) {
        guard version >= self.version, numbers.utf8.count <= Self.mostBytes / 8 else { return }
        if version > self.version { self = KnownFinds(version: version) }
        guard finds.updateValue(numbers, forKey: words) == nil else { return }
        order.append(words)
        bytes += numbers.utf8.count
        while bytes > Self.mostBytes, let first = order.first {
            order.removeFirst()
            bytes -= finds.removeValue(forKey: first)?.utf8.count ?? 0
        }
    }

    init(version: Int = 0) { self.version = version }
}
