import Testing

@testable import Site

@Suite struct DeskTableTests {
    @Test func `a column of numbers alone is one of figures, as they are written in any language`() {
        let rows = [
            ["Bern", "1,204", "12.5 %", "77/21", "", "4"],
            ["Genf", "1’204", "7 %", "78/21", "3", "more than 4"],
            ["Uri", "12 040", "", "80/21", "", ""],
        ]
        let table = DeskTable("Sections", columns: ["a", "b", "c", "d", "e", "f"], rows: rows.map { $0.map { .init($0) } }, empty: "none")
        #expect(table.columns.map(\.isFigures) == [false, true, true, false, true, false])
        #expect(table.rows.allSatisfy { $0.cells.map(\.looks) == [nil, "figure", "figure", nil, "figure", nil] })
    }

    @Test func `nothing at all, a dash, and what has buttons are no figures`() {
        let button = DeskForm(to: "/desk/jobs/drop", "Drop", isGrave: true)
        let table = DeskTable(
            "Sections", columns: ["a", "b", "c"], rows: [[.init(""), .init("–"), .init("4", isLoud: true, buttons: [button])]], empty: "none")
        #expect(table.columns.map(\.isFigures) == [false, false, false])
        #expect(table.rows[0].cells[2].looks == "loud")
        #expect(DeskTable("Sections", columns: ["a"], rows: [], empty: "none").columns.map(\.isFigures) == [false])
    }
}
