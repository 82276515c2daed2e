/// One statement with its values, the same for both engines.
///
/// Interpolating a value binds it; interpolating another `SQL` nests it. Nothing that is interpolated ever becomes part of the text.
///
///     let late: SQL = "deadline < \(today)"
///     try db.rows("SELECT reference FROM action WHERE stage = \(Stage.live) AND \(late)")
package struct SQL: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case value(Value)
    }

    var parts: [Part]

    init(parts: [Part]) {
        self.parts = parts
    }

    /// A text that our own code made, such as the name of a table; never anything a person typed.
    package init(verbatim text: String) {
        parts = [.text(text)]
    }

    /// The values in the order of their places.
    package var values: [Value] {
        parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    /// The statement with `?` or `$1` where the values go.
    package func text(for dialect: Dialect) -> String {
        var text = "", ordinal = 0
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .value:
                ordinal += 1
                text += dialect.placeholder(ordinal)
            }
        }
        return text
    }

    package static func + (first: SQL, second: SQL) -> SQL {
        SQL(parts: first.parts + second.parts)
    }

    package static func += (first: inout SQL, second: SQL) {
        first.parts += second.parts
    }
}
