/// One answer of a server, of one line or of several (RFC 5321 section 4.2.1).
struct SMTPReply: Equatable {
    let code: Int
    /// All of it, cut off when it is very long.
    let words: String

    var isYes: Bool { (200..<300).contains(code) }
}

/// Makes answers out of the bytes of a line.
struct SMTPReplyReader {
    private var lines: [UInt8] = []
    private var words: [UInt8] = []

    /// Of one answer no more is kept, and of one line no more is waited for.
    private static let mostWords = 1_000, mostLine = 100_000

    /// What comes is no answer.
    struct Nonsense: Error {}

    mutating func take(_ bytes: UnsafeRawBufferPointer) { lines += bytes }

    /// The next answer; nil while it is not all there.
    mutating func next() throws(Nonsense) -> SMTPReply? {
        while let end = lines.firstIndex(of: 0x0A) {
            let line = lines[...end]
            guard let code = Self.code(line) else { throw Nonsense() }
            words += line.prefix(max(0, Self.mostWords - words.count))
            let isLast = line[3] != UInt8(ascii: "-")
            lines.removeFirst(end + 1)
            guard isLast else { continue }
            defer { words = [] }
            return SMTPReply(code: code, words: String(decoding: words, as: UTF8.self))
        }
        guard lines.count < Self.mostLine else { throw Nonsense() }
        return nil
    }

    private static func code(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= 3, line.prefix(3).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return line.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
