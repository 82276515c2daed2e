import Documents

/// What the log says of a change: each field's name with a salted hash of its new value, and never the value. Who has the value can show
/// that it was this one; who has the log alone cannot tell what it was.
struct FieldMarks {
    private let salt: String
    private var marks: [String] = []

    init(salt: String) { self.salt = salt }

    mutating func add(_ field: String, _ value: String) {
        marks.append("\(field) \(Digest.sha256("\(salt) \(field) \(value)").prefix(12))")
    }

    /// Notes a field when it changed.
    mutating func add(_ field: String, _ before: some Equatable, _ after: some Equatable) {
        guard "\(before)" != "\(after)" else { return }
        add(field, "\(after)")
    }

    var isEmpty: Bool { marks.isEmpty }
    var text: String { marks.joined(separator: ", ") }
}
