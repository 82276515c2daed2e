extension CSVTable {
    /// Reads the bytes of a file. Rows that are all blank are passed over. Throws ``CSVFailure``.
    package init(_ bytes: [UInt8]) throws(CSVFailure) {
        var reading = try CSVReading(bytes)
        var rows: [CSVRow] = []
        while let row = try reading.row() {
            if row.cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { rows.append(row) }
        }
        guard let first = rows.first else { throw .empty }
        let header = first.cells.map { $0.trimmedASCII.lowercased() }
        if let twice = header.first(where: { name in !name.isEmpty && header.count { $0 == name } > 1 }) { throw .columnTwice(twice) }
        self.init(header: header, rows: Array(rows.dropFirst()))
    }
}

/// One pass over the bytes: a table of 20 MB is read without a copy of it.
private struct CSVReading {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private var line = 1

    init(_ bytes: [UInt8]) throws(CSVFailure) {
        guard bytes.count <= CSVTable.byteLimit else { throw .tooLarge }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = bytes.dropFirst(isMarked ? 3 : 0)
        place = self.bytes.startIndex
    }

    /// The next row; nil at the end.
    mutating func row() throws(CSVFailure) -> CSVRow? {
        guard place < bytes.endIndex else { return nil }
        let begin = line
        var cells: [String] = []
        repeat {
            if cells.count == CSVTable.columnLimit { throw .tooManyColumns(line: begin) }
            cells.append(try cell())
        } while takeComma()
        return CSVRow(line: begin, cells: cells)
    }

    private mutating func cell() throws(CSVFailure) -> String {
        if place < bytes.endIndex && bytes[place] == .quote { return try quotedCell() }
        let start = place
        while place < bytes.endIndex, ![.comma, .lineFeed, .carriageReturn].contains(bytes[place]) { place += 1 }
        return try text(Array(bytes[start..<place]), from: line)
    }

    private mutating func quotedCell() throws(CSVFailure) -> String {
        let begin = line
        var content: [UInt8] = []
        place += 1
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            if byte == .lineFeed { line += 1 }
            guard byte == .quote else { content.append(byte); continue }
            if place < bytes.endIndex && bytes[place] == .quote {
                content.append(.quote)
                place += 1
            } else {
                guard place == bytes.endIndex || [.comma, .lineFeed, .carriageReturn].contains(bytes[place]) else { throw .afterQuote(line: line) }
                return try text(content, from: begin)
            }
        }
        throw .openQuote(line: begin)
    }

    /// Whether the row goes on; steps over the comma or the line end.
    private mutating func takeComma() -> Bool {
        guard place < bytes.endIndex else { return false }
        let byte = bytes[place]
        place += 1
        if byte == .comma { return true }
        if byte == .carriageReturn, place < bytes.endIndex, bytes[place] == .lineFeed { place += 1 }
        line += 1
        return false
    }

    private func text(_ content: [UInt8], from line: Int) throws(CSVFailure) -> String {
        guard content.count <= CSVTable.cellLimit else { throw .cellTooLong(line: line) }
        guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8(line: line) }
        guard !text.unicodeScalars.contains(where: \.isUnfitForTable) else { throw .control(line: line) }
        return text
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}

extension Unicode.Scalar {
    /// Control characters other than line ends and tabs, and the marks that turn the direction of what stands around them (UAX #9).
    fileprivate var isUnfitForTable: Bool {
        switch value {
        case 9, 10, 13: false
        case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmedASCII: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
