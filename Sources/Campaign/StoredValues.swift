package import Documents
package import Storage

extension Instant: Bindable, Readable {
    package var value: Value { .text(text) }

    package static func read(_ value: Value) throws -> Instant {
        guard let instant = Instant(try String.read(value)) else { throw Unreadable(value, as: self) }
        return instant
    }
}

extension Day: Bindable, Readable {
    package var value: Value { .text(text) }

    package static func read(_ value: Value) throws -> Day {
        guard let day = Day(try String.read(value)) else { throw Unreadable(value, as: self) }
        return day
    }
}

extension Language: Bindable, Readable {}
extension Country: Bindable, Readable {}
extension Series: Bindable, Readable {}
extension ReferenceStyle: Bindable, Readable {}
