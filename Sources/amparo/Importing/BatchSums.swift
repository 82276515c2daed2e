import Documents

/// How many documents of a batch there were of each kind, why some were refused, and what the findings are about.
struct BatchSums {
    private(set) var documents = 0
    private(set) var known = 0
    private(set) var refused = 0
    private var reasons: [String: Int] = [:]
    private var fields: [String: Int] = [:]

    /// Reasons that come with words of their documents could be as many as the documents.
    private static let mostReasons = 1_000

    var read: Int { documents - known - refused }

    mutating func add(_ taken: Taken) {
        documents += 1
        if taken.wasKnown { known += 1 }
        for finding in taken.findings { fields[finding.field, default: 0] += 1 }
        guard let reason = taken.reading.refused else { return }
        refused += 1
        let kind = reason.withoutNumbers
        if reasons.count < Self.mostReasons || reasons[kind] != nil { reasons[kind, default: 0] += 1 }
    }

    /// One line, and under it the reasons and fields that came up most.
    var lines: [String] {
        let parts = ["\(documents) documents", "\(read) read"] + (known > 0 ? ["\(known) known already"] : []) + ["\(refused) refused"]
        return [parts.joined(separator: ", ")] + reasons.ranked(10).map { "    refused: \($0.count) × \($0.name)" }
            + (fields.isEmpty ? [] : ["    findings: " + fields.ranked(40).map { "\($0.name) \($0.count)" }.joined(separator: ", ")])
    }
}

extension [String: Int] {
    /// The most frequent first; equally frequent ones by name.
    fileprivate func ranked(_ most: Int) -> [(name: String, count: Int)] {
        sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map { (name: $0.key, count: $0.value) }
    }
}

extension String {
    /// Two refusals that differ in a number only are of one kind.
    fileprivate var withoutNumbers: String {
        var kind = ""
        for character in self where !(character.isNumber && kind.last == "#") { kind.append(character.isNumber ? "#" : character) }
        return kind
    }
}
