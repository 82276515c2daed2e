/// The engine that answers. The same SQL text serves both; the few statements that cannot say so by switching over this.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// How the engine writes the place of the `ordinal`-th value, counted from 1. SQLite counts by itself: where it is told the number it keeps
    /// a list of names, and looks through it for each.
    func placeholder(_ ordinal: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgres: "$\(ordinal)"
        }
    }
}
