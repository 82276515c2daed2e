/// An address as it stands in a field of a given size: in letters as large as fit, and shortened in its middle where none do.
///
/// The first line and the last two (town and country) are what a carrier reads, so what does not fit is taken from between.
struct AddressBlock: Hashable, Sendable {
    let lines: [String]
    /// In points.
    let size: Double

    static let lineHeight = 1.2
    private static let sizes = [12, 11, 10.5, 10, 9.5, 9, 8.5, 8.0]
    private static let millimetresAPoint = 0.3528

    /// - Parameters:
    ///   - width: of the field, in millimetres.
    ///   - height: of the field, in millimetres.
    ///   - largest: of the letters, in points.
    init(_ lines: [String], width: Double, height: Double, largest: Double = 11) {
        let sizes = Self.sizes.filter { $0 <= largest }
        let smallest = sizes.last ?? 8
        let rows = { (size: Double) in Int(height / (size * Self.lineHeight * Self.millimetresAPoint)) }
        let columns = { (size: Double) in width / (size * Self.millimetresAPoint) }
        let kept = lines.map { Self.cut($0, to: columns(smallest) * 1.9) }
        let size = sizes.first { size in kept.reduce(0) { $0 + Self.rows(of: $1, columns(size)) } <= rows(size) }
        self.size = size ?? smallest
        self.lines = size == nil ? Self.joined(kept.map { Self.cut($0, to: columns(smallest)) }, to: rows(smallest), columns(smallest)) : kept
    }

    /// Neighbours in the middle share a line until there are no more than that many; what is too much even then is left out.
    private static func joined(_ lines: [String], to rows: Int, _ columns: Double) -> [String] {
        var lines = lines
        while lines.count > rows, lines.count > 4 {
            let middle = 1..<(lines.count - 3)
            let pair = middle.min { width(lines[$0]) + width(lines[$0 + 1]) < width(lines[$1]) + width(lines[$1 + 1]) } ?? 1
            lines.replaceSubrange(pair...(pair + 1), with: [cut(lines[pair] + ", " + lines[pair + 1], to: columns)])
        }
        return lines
    }

    /// In how many rows of a field a line is set; a word that does not fit goes over.
    private static func rows(of line: String, _ columns: Double) -> Int {
        let width = width(line)
        return width <= columns ? 1 : Int((width / (columns * 0.85)).rounded(.up))
    }

    private static func cut(_ line: String, to columns: Double) -> String {
        guard width(line) > columns else { return line }
        var room = columns - 1
        return String(
            line.prefix {
                room -= width($0); return room >= 0
            }) + "…"
    }

    /// In ems, of a wide serif face, rather too much than too little.
    private static func width(_ line: String) -> Double {
        line.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return switch scalar.value {
        case 0x1100...0x11FF, 0x1200...0x139F, 0x2E80...: 1.05
        default: scalar.properties.isUppercase ? 0.72 : "mwMW@%".unicodeScalars.contains(scalar) ? 0.9 : 0.54
        }
    }
}

extension AddressBlock {
    /// A line a block, each in its own direction; on the right where all the address is written from right to left.
    func html(className: String) -> HTML {
        let directions = lines.map { TextDirection($0) }
        let isRightToLeft = !lines.isEmpty && directions.dropLast(lines.count > 1 ? 1 : 0).allSatisfy { $0 == .rightToLeft }
        let rows = zip(lines, directions).map { "<div dir=\"\($1.rawValue)\">\($0)</div>" as HTML }
        return """
            <address class="block \(className)\(isRightToLeft ? " rtl" : "")" style="font-size: \(pt: size)">
            \(rows)
            </address>
            """
    }
}
