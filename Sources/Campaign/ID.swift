package import Storage

/// The identity of a row of one kind, so that an output's id is never passed where an action's is meant.
///
/// The text is a UUID of version 7 (RFC 9562 section 5.7): ids sort by the time they were made.
package struct ID<Kind>: Hashable, Sendable, CustomStringConvertible, Bindable, Readable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }
    package var value: Value { .text(text) }

    package static func read(_ value: Value) throws -> ID {
        try ID(String.read(value))
    }
}
