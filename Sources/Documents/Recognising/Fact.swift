/// Something a recogniser found: the value, its place, and how sure it is.
struct Fact<Value: Sendable>: Sendable {
    let value: Value
    let line: Int?
    /// From 0 to 1.
    let confidence: Double
    let note: FindingNote?

    init(_ value: Value, line: Int? = nil, confidence: Double, note: FindingNote? = nil) {
        self.value = value
        self.line = line
        self.confidence = confidence
        self.note = note
    }
}

extension Fact {
    func map<Other>(_ change: (Value) -> Other) -> Fact<Other> {
        Fact<Other>(change(value), line: line, confidence: confidence, note: note)
    }
}

extension Array {
    /// The surest of the facts, the earlier one among equals.
    func surest<Value>() -> Fact<Value>? where Element == Fact<Value> {
        var best: Fact<Value>?
        for fact in self where fact.confidence > best?.confidence ?? 0 { best = fact }
        return best
    }
}
