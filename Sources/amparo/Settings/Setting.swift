/// A value in force, and where it came from.
struct Setting<Value: Sendable>: Sendable {
    let value: Value
    /// `--port`, `AMPARO_PORT`, the name of a file, or `default`.
    let origin: String
}
