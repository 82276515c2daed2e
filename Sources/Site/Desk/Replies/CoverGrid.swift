import Campaign

/// The squares that are laid over a page, so that it can be blackened without a script: each is a box to tick.
enum CoverGrid {
    static let columns = 10
    static let rows = 14

    /// Rectangles of the squares that were ticked ("3-4": the third row, the fourth from the left), neighbours in a row as one.
    static func parts(ticked values: [String]) -> [Blackening] {
        let squares = Set(values.compactMap(square))
        return squares.filter { !squares.contains(Square(row: $0.row, column: $0.column - 1)) }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
            .compactMap { first in
                var last = first.column
                while squares.contains(Square(row: first.row, column: last + 1)) { last += 1 }
                let left = (first.column - 1) * 1_000 / columns, right = last * 1_000 / columns
                let top = (first.row - 1) * 1_000 / rows, bottom = (first.row * 1_000 + rows - 1) / rows
                return Blackening(left: left, top: top, width: right - left, height: bottom - top)
            }
    }

    private struct Square: Hashable {
        let row: Int
        let column: Int
    }

    private static func square(_ value: String) -> Square? {
        let numbers = value.split(separator: "-").map { Int($0) }
        guard numbers.count == 2, let row = numbers[0], let column = numbers[1], (1...rows).contains(row), (1...columns).contains(column) else {
            return nil
        }
        return Square(row: row, column: column)
    }
}
