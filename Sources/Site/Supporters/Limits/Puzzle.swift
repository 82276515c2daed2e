import Campaign

/// A small calculation that a browser does when very many forms come: find a number with which the hash of the puzzle begins with so many
/// zero bits. Whoever cannot calculate waits instead. It needs no row: its mark says that we made it.
///
///     1637661600000.16.token-….9f86d0…
struct Puzzle: Sendable, Equatable {
    let made: Instant
    let bits: Int
    private let nonce: String
    private let mark: String

    /// From easy on an old phone (about a second) to noticeable (some ten seconds): never more, since it is people who wait.
    static let difficulties = 15...18
    /// How long its form may lie open.
    static let life = 3_600
    /// After which a form is taken without an answer, one at a time from each network.
    static let patience = 60

    init(made: Instant, bits: Int, nonce: String, key: String) {
        self.made = made
        self.bits = bits
        self.nonce = nonce
        mark = Self.mark(made, bits, nonce, key)
    }

    /// nil for a text that was not made with that key.
    init?(_ text: String, key: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let made = Int64(parts[0]), let bits = Int(parts[1]) else { return nil }
        self.init(made: Instant(milliseconds: made), bits: bits, nonce: parts[2], key: key)
        guard SteadyComparison.equal(mark, parts[3]) else { return nil }
    }

    var text: String { "\(made.milliseconds).\(bits).\(nonce).\(mark)" }

    func isSolved(by answer: String) -> Bool {
        guard (1...20).contains(answer.utf8.count), answer.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        return Self.zeroBits(Digest.sha256("\(text):\(answer)")) >= bits
    }

    private static func zeroBits(_ digits: String) -> Int {
        let zeros = digits.prefix { $0 == "0" }.count
        let next = digits.dropFirst(zeros).first?.hexDigitValue ?? 15
        return zeros * 4 + (next == 0 ? 4 : next.leadingZeroBitCount - (Int.bitWidth - 4))
    }

    private static func mark(_ made: Instant, _ bits: Int, _ nonce: String, _ key: String) -> String {
        String(Digest.sha256("\(key) \(made.milliseconds) \(bits) \(nonce)").prefix(32))
    }
}
