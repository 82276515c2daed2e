/// One step of the schema. Once released it never changes; a mistake is mended by the next one.
package struct Migration: Sendable {
    package let name: String
    /// Whether it makes a table anew to which others refer.
    let remakes: Bool
    private let steps: @Sendable (Dialect) -> [SQL]

    /// A step that reads the same on both engines.
    package init(_ name: String, _ statements: SQL...) {
        self.init(name) { _ in statements }
    }

    /// A step on which the engines part ways.
    ///
    /// - Parameter remakes: whether it makes a table anew to which others refer, as ``Database/remake(_:)`` lets it.
    package init(_ name: String, remakes: Bool = false, by steps: @escaping @Sendable (Dialect) -> [SQL]) {
        self.name = name
        self.remakes = remakes
        self.steps = steps
    }

    package func statements(for dialect: Dialect) -> [SQL] {
        steps(dialect)
    }
}
