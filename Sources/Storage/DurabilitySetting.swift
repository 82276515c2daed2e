/// One setting on which durability rests, read back from the engine.
package struct DurabilitySetting: Sendable, Hashable, CustomStringConvertible {
    package let name: String
    package let value: String

    /// Whether commits survive a loss of power with this value.
    package let isSafe: Bool

    package init(name: String, value: String, isSafe: Bool) {
        self.name = name
        self.value = value
        self.isSafe = isSafe
    }

    package var description: String { "\(name)=\(value)" }
}
