/// The engine that answers. The same SQL text serves both; the few statements that cannot say so by switching over this.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// How the engine writes the place of the `ordinal`-th value, counted from 1.
    func placeholder(_ ordinal: Int) -> String {
        switch self {
        case .sqlite: "?\(ordinal)"
        case .postgres: "$\(ordinal)"
        }
    }
}
