/// HTML by construction: what is written in the program is markup, what is put into it is text and is escaped.
///
///     let name = "<b>Rosa & Ana</b>"
///     let line: HTML = "<p>\(name)</p>"
///     line.text   // "<p>&lt;b&gt;Rosa &amp; Ana&lt;/b&gt;</p>"
///
/// No text that a writer types can become a tag, an attribute or a style. There is no way in for markup made elsewhere.
package struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The markup as it is handed on.
    package private(set) var text: String

    package init(stringLiteral value: StaticString) {
        text = value.description
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    /// Several pieces, one a line.
    package init(_ parts: [HTML]) {
        text = parts.map(\.text).joined(separator: "\n")
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// Text: escaped for an element's content and for an attribute in double quotes.
        package mutating func appendInterpolation(_ value: String) {
            text += PlainCharacters.escaped(value)
        }

        package mutating func appendInterpolation(_ value: Int) {
            text += String(value)
        }

        /// A length in millimetres, to a hundredth.
        package mutating func appendInterpolation(mm value: Double) {
            appendLength(value, "mm")
        }

        /// A length in points, to a hundredth.
        package mutating func appendInterpolation(pt value: Double) {
            appendLength(value, "pt")
        }

        private mutating func appendLength(_ value: Double, _ unit: String) {
            let hundredths = Int((value * 100).rounded())
            let fraction = String(abs(hundredths) % 100 + 100).dropFirst()
            text += (hundredths < 0 ? "-" : "") + String(abs(hundredths) / 100) + "." + fraction + unit
        }

        package mutating func appendInterpolation(_ value: HTML) {
            text += value.text
        }

        package mutating func appendInterpolation(_ values: [HTML]) {
            text += HTML(values).text
        }

        /// The piece, or nothing.
        package mutating func appendInterpolation(_ value: HTML?) {
            text += value?.text ?? ""
        }
    }
}
