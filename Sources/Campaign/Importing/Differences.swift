import Documents
import Storage

/// Where a document says something else than what is known already.
struct Differences {
    private(set) var findings: [Finding] = []

    /// Keeps what is known, takes what is new, and writes down where the two differ.
    mutating func settle<Fact: Bindable & Equatable>(_ field: String, known: Fact?, said: Fact?) -> Fact? {
        guard let known else { return said }
        if let said, said != known { note(field, said: said, known: known) }
        return known
    }

    mutating func note(_ field: String, said: some Bindable, known: some Bindable) {
        findings.append(
            Finding(field: field, value: said.value.words, confidence: 1, note: FindingNote(.otherDocument, known.value.words))
        )
    }

    mutating func add(_ finding: Finding) {
        findings.append(finding)
    }
}

extension Value {
    /// The value for a person to read.
    fileprivate var words: String {
        switch self {
        case .null: "nothing"
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let flag): flag ? "yes" : "no"
        case .bytes(let bytes): "\(bytes.count) bytes"
        }
    }
}
