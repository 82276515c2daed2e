/// What may be interpolated into ``SQL``: it is bound beside the text, never pasted into it.
///
/// An enum with a raw value becomes bindable by naming the protocol: `enum Stage: String, Bindable`.
package protocol Bindable {
    var value: Value { get }
}

extension Value: Bindable {
    package var value: Value { self }
}

extension String: Bindable {
    package var value: Value { .text(self) }
}

extension Int: Bindable {
    package var value: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
    package var value: Value { .integer(self) }
}

extension Double: Bindable {
    package var value: Value { .real(self) }
}

extension Bool: Bindable {
    package var value: Value { .boolean(self) }
}

extension [UInt8]: Bindable {
    package var value: Value { .bytes(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    package var value: Value { self?.value ?? .null }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    package var value: Value { rawValue.value }
}
