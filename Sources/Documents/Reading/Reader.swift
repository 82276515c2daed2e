/// Turns the bytes of one format into lines of text. A reader knows nothing of urgent actions.
protocol Reader: Sendable {
    /// The lines of the document, or why it cannot be read.
    func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine]
}

/// Why a file gives no text.
struct Unreadable: Error, Equatable {
    let reason: String
}

extension Unreadable {
    static let empty = Unreadable(reason: "the file is empty")
    static let binary = Unreadable(reason: "the file is binary: no text that can be read")
    static let blank = Unreadable(reason: "the file holds no text")
    static let large = Unreadable(reason: "the file is larger than \(Limits.bytes / 1_000_000) MB")
    static let long = Unreadable(reason: "the text is longer than \(Limits.text / 1000) KB: an urgent action has a few pages")
}

/// How much is read at all.
enum Limits {
    /// A Word file with pictures may be big.
    static let bytes = 20_000_000
    /// Its text is not: the longest output known has 30 KB.
    static let text = 300_000
}
