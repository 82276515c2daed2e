import Documents

/// The addresses where a section decides what it publishes.
enum EditionLinks {
    static let all = "/desk/editions"
    static let waiting = all + "/waiting"

    static func output(_ reference: Reference, _ ordinal: Int) -> String { "\(all)/\(reference.slug)/\(ordinal)" }
    static func adoption(_ reference: Reference, _ ordinal: Int) -> String { output(reference, ordinal) + "/adoption" }
    static func adaptation(_ reference: Reference, _ ordinal: Int) -> String { output(reference, ordinal) + "/adaptation" }
    static func refusal(_ reference: Reference, _ ordinal: Int) -> String { output(reference, ordinal) + "/refusal" }
    static func changes(_ reference: Reference, _ ordinal: Int) -> String { output(reference, ordinal) + "/changes" }
}
