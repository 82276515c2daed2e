import Converters

/// A part of a page that becomes black, in thousandths of its width and height from above left.
///
///     Blackening.all(in: "100 50 300 40\n0 900 1000 100")   // two, one a line
package struct Blackening: Hashable, Sendable {
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int

    /// nil for what lies outside the page, or has no size.
    package init?(left: Int, top: Int, width: Int, height: Int) {
        guard (0..<1_000).contains(left), (0..<1_000).contains(top), (1...1_000).contains(width), (1...1_000).contains(height) else { return nil }
        self.left = left
        self.top = top
        self.width = min(width, 1_000 - left)
        self.height = min(height, 1_000 - top)
    }

    package var text: String { "\(left) \(top) \(width) \(height)" }

    /// One a line. nil when a line is no rectangle, or there are more than a page needs.
    package static func all(in text: String) -> [Blackening]? {
        let lines = text.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
        guard lines.count <= ReplyBounds.rectangles else { return nil }
        var all: [Blackening] = []
        for line in lines {
            let numbers = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { Int($0) }
            guard numbers.count == 4, let left = numbers[0], let top = numbers[1], let width = numbers[2], let height = numbers[3],
                let one = Blackening(left: left, top: top, width: width, height: height)
            else { return nil }
            all.append(one)
        }
        return all
    }

    var rectangle: PictureConversion.Rectangle { .init(left: left, top: top, width: width, height: height) }
}

extension [Blackening] {
    /// As ``Blackening/all(in:)`` reads them.
    package var text: String { map(\.text).joined(separator: "\n") }
}
