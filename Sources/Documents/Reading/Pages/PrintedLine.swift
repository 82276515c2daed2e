/// A line as it lies on a page, in points from the top left corner.
struct PrintedLine {
    var words: [PrintedWord] = []
    let page: Int
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    /// Which of the page's columns or boxes it belongs to.
    let flow: Int

    var height: Double { bottom - top }
    var text: String { words.map(\.text).joined(separator: " ") }

    /// Whether it lies above or below another in the same column.
    func sharesColumn(with other: PrintedLine) -> Bool { left < other.right && other.left < right }
}

struct PrintedWord {
    let text: String
    let width: Double
}

/// Everything that is printed, in the order of reading, and how large the pages are.
struct PrintedPages {
    var lines: [PrintedLine] = []
    var heights: [Int: Double] = [:]
    var widths: [Int: Double] = [:]

    var lineHeight: Double { lines.map(\.height).sorted().middle ?? 0 }
}

extension Array {
    /// The one in the middle; of a sorted array the median.
    var middle: Element? { isEmpty ? nil : self[count / 2] }
}
