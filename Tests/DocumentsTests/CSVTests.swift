import Documents
import Testing

@Suite struct CSVTests {
    private func cells(_ text: String) throws -> [[String]] {
        let table = try CSVTable(Array(text.utf8))
        return [table.header] + table.rows.map(\.cells)
    }

    @Test(arguments: ["\r\n", "\n", "\r"])
    func `rows end as any program ends them, and the last one need not`(_ end: String) throws {
        #expect(try cells("a,b\(end)1,2\(end)\(end)3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try cells("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
    }

    @Test func `quotes hold commas, quotes and lines`() throws {
        #expect(try cells("a,b\n\"1, one\",\"say \"\"yes\"\"\"\n\"two\nlines\",") == [["a", "b"], ["1, one", "say \"yes\""], ["two\nlines", ""]])
    }

    @Test func `a row is found by the line on which it begins`() throws {
        let table = try CSVTable(Array("a\n\"1\n2\"\n3\n".utf8))
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test func `a mark at the start of the file is no part of the first column`() throws {
        #expect(try CSVTable([0xEF, 0xBB, 0xBF] + Array("Key,Country\n".utf8)).header == ["key", "country"])
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xE9], CSVFailure.notUTF8(line: 2)), ([0xFF, 0xFE, 0x61, 0x00], .notUTF8(line: 1)), ([0x61, 0x00], .control(line: 1)),
            ([], .empty), (Array("\n \n".utf8), .empty), (Array("a\n\"x".utf8), .openQuote(line: 2)), (Array("a\n\"x\"y".utf8), .afterQuote(line: 2)),
            (Array("a,a".utf8), .columnTwice("a")), (Array("a\n\u{202E}x".utf8), .control(line: 2)),
            (Array(String(repeating: ",", count: 100).utf8), .tooManyColumns(line: 1)),
            (Array("a\n\(String(repeating: "x", count: 10_001))".utf8), .cellTooLong(line: 2)),
        ] as [([UInt8], CSVFailure)])
    func `what is no table is refused with its line`(_ bytes: [UInt8], _ failure: CSVFailure) {
        #expect(throws: failure) { try CSVTable(bytes) }
    }

    @Test func `a file of more than 20 MB is not read`() {
        #expect(throws: CSVFailure.tooLarge) { try CSVTable([UInt8](repeating: 0x61, count: CSVTable.byteLimit + 1)) }
    }

    @Test(
        arguments: [
            "=1+1", "+41 31 555 01 00", "-1", "@name", "'quoted'", "''", "'=x", "\tx", "plain", "O'Neill", "a,b", "a\"b", "a\nb", "",
            "=HYPERLINK(\"x\")", "=\u{301}1", "'\u{301}x", "a\"\u{301},b\"\u{301}", "\r\n1",
        ])
    func `no cell is a formula in a spreadsheet, and each reads back as it was`(_ value: String) throws {
        let cell = CSVCell.written(value)
        let signs = cell.unicodeScalars, first = signs.first == "\"" ? signs.dropFirst().first : signs.first
        #expect(first.map { "=+-@\t\r".unicodeScalars.contains($0) } != true)
        #expect(signs.dropFirst().dropLast().split(separator: "\"", omittingEmptySubsequences: false).count % 2 == 1, "marks inside stand twice")
        let table = try CSVTable(Array(CSVTable.text([["a", "b"], [value, "x"]]).utf8))
        #expect(table.rows.first.map { CSVCell.read($0.cells[0]) } == value)
    }
}
