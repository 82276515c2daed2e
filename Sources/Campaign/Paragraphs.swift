import Documents
package import Storage

/// Paragraphs kept together in one column, a blank line between them.
package struct Paragraphs: Sendable, Hashable, Bindable, Readable {
    package let paragraphs: [String]

    package init(_ text: String) {
        paragraphs = (text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text).blocks
            .map { $0.utf8.split(separator: 0x0A).map(Substring.init).joined(separator: "\n") }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    package init(_ paragraphs: [String]) {
        self.init(paragraphs.joined(separator: "\n\n"))
    }

    package var value: Value { .text(paragraphs.joined(separator: "\n\n")) }

    package static func read(_ value: Value) throws -> Paragraphs {
        try Paragraphs(String.read(value))
    }
}
