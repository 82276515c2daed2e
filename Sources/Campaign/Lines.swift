package import Storage

/// Short pieces of text kept together in one column, a line each.
package struct Lines: Sendable, Hashable, Bindable, Readable {
    package let lines: [String]

    /// Line breaks inside a piece become blanks, empty pieces are dropped.
    package init(_ lines: [String]) {
        self.lines = lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    package var value: Value { .text(lines.joined(separator: "\n")) }

    package static func read(_ value: Value) throws -> Lines {
        try Lines(String.read(value).split(separator: "\n").map(String.init))
    }
}
