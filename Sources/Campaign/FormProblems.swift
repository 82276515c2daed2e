/// All that is wrong with a form, field by field, so that one answer tells everything.
package struct FormProblems: Error, Equatable, Sendable {
    package private(set) var problems: [(field: String, message: Message)] = []

    package init() {}

    package var isEmpty: Bool { problems.isEmpty }

    package mutating func add(_ field: String, _ message: Message) {
        problems.append((field, message))
    }

    /// Those of other fields too.
    package mutating func add(_ others: FormProblems) {
        for (field, message) in others.problems where self[field] == nil { add(field, message) }
    }

    package subscript(field: String) -> Message? {
        problems.first { $0.field == field }?.message
    }

    package static func == (one: FormProblems, other: FormProblems) -> Bool {
        one.problems.map(\.field) == other.problems.map(\.field) && one.problems.map(\.message) == other.problems.map(\.message)
    }
}
