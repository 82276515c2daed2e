/// One row of an answer, finished: it may leave the transaction.
///
///     let reference: String = try row("reference")
///     let deadline: String? = try row("deadline")
package struct Row: Sendable {
    let columns: Columns
    let values: [Value]

    package init(columns: Columns, values: [Value]) {
        self.columns = columns
        self.values = values
    }

    /// The column as the type that is asked for, or why not.
    package func callAsFunction<T: Readable>(_ column: String) throws -> T {
        guard let place = columns[column] else { throw NoColumn(name: column) }
        do {
            return try T.read(values[place])
        } catch var unreadable as Unreadable {
            unreadable.column = column
            throw unreadable
        }
    }

    /// The statement gives no column of this name.
    package struct NoColumn: Error, Equatable {
        package let name: String
    }
}

extension Row {
    /// Where each column stands, once for all rows of an answer. They are few: looking through them is quicker than making a dictionary.
    package struct Columns: Sendable {
        private let names: [String]

        package init(names: some Sequence<String>) {
            self.names = Array(names)
        }

        /// The place of a column; of two with the same name the first counts.
        subscript(_ name: String) -> Int? { names.firstIndex(of: name) }
    }
}
