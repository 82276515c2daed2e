extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(verbatim: text)
    }

    package init(stringInterpolation pieces: Interpolation) {
        self.init(parts: pieces.parts)
    }

    package struct Interpolation: StringInterpolationProtocol, Sendable {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ text: String) {
            parts.append(.text(text))
        }

        package mutating func appendInterpolation(_ bound: some Bindable) {
            parts.append(.value(bound.value))
        }

        /// A missing value is bound as `NULL`. Written out because the compiler warns of optionals in interpolations that do not ask for them.
        package mutating func appendInterpolation<Bound: Bindable>(_ bound: Bound?) {
            parts.append(.value(bound?.value ?? .null))
        }

        package mutating func appendInterpolation(_ nested: SQL) {
            parts += nested.parts
        }
    }
}
