/// What can be read out of a ``Row``.
///
/// An enum with a raw value becomes readable by naming the protocol: `enum Stage: String, Readable`.
package protocol Readable {
    /// The value as this type, or ``Unreadable``: nothing is guessed or rounded.
    static func read(_ value: Value) throws -> Self
}

/// A column that does not hold what was asked of it. It tells the kinds, never the content: rows may speak of people.
package struct Unreadable: Error, Equatable {
    package let wanted: String
    package let found: String
    package var column: String?

    package init(_ value: Value, as wanted: Any.Type) {
        self.wanted = "\(wanted)"
        found = Mirror(reflecting: value).children.first?.label ?? "null"
    }
}

extension Value: Readable {
    package static func read(_ value: Value) -> Value { value }
}

extension String: Readable {
    package static func read(_ value: Value) throws -> String {
        guard case .text(let text) = value else { throw Unreadable(value, as: self) }
        return text
    }
}

extension Int64: Readable {
    package static func read(_ value: Value) throws -> Int64 {
        guard case .integer(let number) = value else { throw Unreadable(value, as: self) }
        return number
    }
}

extension Int: Readable {
    package static func read(_ value: Value) throws -> Int {
        guard case .integer(let number) = value, let number = Int(exactly: number) else { throw Unreadable(value, as: self) }
        return number
    }
}

extension Double: Readable {
    package static func read(_ value: Value) throws -> Double {
        switch value {
        case .real(let number): return number
        case .integer(let number): return Double(number)
        default: throw Unreadable(value, as: self)
        }
    }
}

extension Bool: Readable {
    package static func read(_ value: Value) throws -> Bool {
        switch value {
        case .boolean(let flag): return flag
        case .integer(0): return false
        case .integer(1): return true
        default: throw Unreadable(value, as: self)
        }
    }
}

extension [UInt8]: Readable {
    package static func read(_ value: Value) throws -> [UInt8] {
        guard case .bytes(let bytes) = value else { throw Unreadable(value, as: self) }
        return bytes
    }
}

extension Optional: Readable where Wrapped: Readable {
    package static func read(_ value: Value) throws -> Wrapped? {
        value == .null ? nil : try Wrapped.read(value)
    }
}

extension Readable where Self: RawRepresentable, RawValue: Readable {
    package static func read(_ value: Value) throws -> Self {
        guard let known = Self(rawValue: try RawValue.read(value)) else { throw Unreadable(value, as: self) }
        return known
    }
}
