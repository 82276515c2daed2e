/// A line of a contact cut at its labels: "Phone: 202 555 0100 I Fax: 202 555 0101 Email: …".
struct ContactFields {
    /// A labelled value; the text before the first label has no label.
    struct Field: Sendable {
        let label: String?
        let value: TextLine
    }

    let fields: [Field]

    init(_ line: TextLine, vocabulary: Vocabulary = .shared) {
        let labels = Self.labels(in: line, vocabulary)
        guard let first = labels.first else {
            fields = [Field(label: nil, value: line)]
            return
        }
        let ends = labels.dropFirst().map(\.start) + [line.utf8.count]
        let head = line.part(0..<first.start)
        fields =
            (head.words.isEmpty ? [] : [Field(label: nil, value: head)])
            + zip(labels, ends).map { Field(label: $0.label, value: line.part($0.valueStart..<$1)) }
    }

    var hasLabels: Bool { fields.contains { $0.label != nil } }

    private struct Label {
        let label: String
        let start: Int
        let valueStart: Int
    }

    private static func labels(in line: TextLine, _ vocabulary: Vocabulary) -> [Label] {
        vocabulary[.contact].hits(in: line.words, limit: 100).compactMap { hit in
            let end = line.words[hit.words.upperBound - 1].range.upperBound
            if hit.words.lowerBound == 0, ["phone", "fax"].contains(hit.value), isNumber(line.part(from: end)) {
                return Label(label: hit.value, start: 0, valueStart: end)
            }
            guard let colon = line.utf8[end...].prefix(4).firstIndex(where: { $0 != 0x20 && $0 != 0x29 && $0 != 0x2E }), line.utf8[colon] == 0x3A,
                !line.utf8[colon...].starts(with: Array("://".utf8))
            else { return nil }
            return Label(label: hit.value, start: line.words[hit.words.lowerBound].range.lowerBound, valueStart: colon + 1)
        }
    }

    /// "Fax 031 350 52 55": a number needs no colon.
    private static func isNumber(_ value: TextLine) -> Bool {
        value.words.first?.isNumber ?? false && value.words.count { !$0.isNumber } <= 1 && !ContactValues.numbers(in: value).isEmpty
    }
}
