import Foundation

/// What reading is measured against: the same files decoded as UTF-8 and searched for ten patterns, and nothing understood.
struct PlainScan: Sendable {
    static let name = "UTF-8 and 10 NSRegularExpression patterns"

    private static let patterns = [
        #"\b(?:UA|AU|EX|MA|NSA)[ :-]*\d{1,3}[/.]\d{2,4}\b"#, #"\b[A-Z]{3} ?\d{2}/\d{2,5}/\d{2,4}\b"#,
        #"\b\d{1,2}\.? (?:de )?\p{L}+ (?:de )?\d{4}\b"#, #"\b\d{4}-\d{2}-\d{2}\b"#, #"[\w.+-]+@[\w-]+\.[\w.]+"#, #"\+\d[\d ()-]{6,}"#,
        #"(?<!\w)@\w{2,}"#, #"https?://\S+"#, #"(?m)^(?:Dear|Señor|Monsieur|Sehr geehrte).*$"#, #"(?m)^[\p{Lu} ]{8,}$"#,
    ]

    /// How many matches there are in all the files; as many files at a time as there are cores to use.
    func callAsFunction(_ files: [DocumentFile], width: Int) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for part in 0..<width {
                group.addTask {
                    let expressions = try Self.patterns.map { try NSRegularExpression(pattern: $0) }
                    return try stride(from: part, to: files.count, by: width).reduce(0) { matches, place in
                        try matches + Self.matches(expressions, files[place].bytes())
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private static func matches(_ expressions: [NSRegularExpression], _ bytes: [UInt8]) -> Int {
        let text = String(decoding: bytes, as: UTF8.self), whole = NSRange(location: 0, length: text.utf16.count)
        return expressions.reduce(0) { $0 + $1.numberOfMatches(in: text, range: whole) }
    }
}
