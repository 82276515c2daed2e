import Campaign
import Documents
import Testing

@Suite struct CountTableTests {
    private let header = "action,output,channel,quantity,date,source,group,note,key\r\n"

    private func keys(_ text: String) -> [String] { keys(Array(text.utf8)) }
    private func keys(_ bytes: [UInt8]) -> [String] {
        CountTable(bytes).problems.map { "\($0.line) \($0.message.key.replacing("desk.counting_", with: ""))" }
    }

    @Test func `a table is read row by row, with or without the mark of UTF-8`() {
        let text = header + "UA 77/21,,post,46,2021-11-30,paper,,\"evening, Melbourne\",\r\nUA 12/21,1,email,3,2021-11-30,import,,,k1\r\n"
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            let table = CountTable(bytes)
            #expect(table.problems == [])
            #expect(table.rows.map(\.entry.quantity) == [46, 3] && table.rows.map(\.line) == [2, 3])
            #expect(table.rows[0].entry.note == "evening, Melbourne")
        }
    }

    @Test func `every wrong row is named, and what is right in the others stays unsaid`() {
        let text = header + "UA 77/21,,post,46,2021-11-30,paper,,,\nUA 77/21,,pigeon,-5,2021-11-30,paper,,,\n,,post,5,2021-11-30,paper,,,\n"
        #expect(keys(text) == ["3 table_formula", "4 problem_action"])
    }

    @Test func `a formula is refused with its row, and one made harmless by an apostrophe is a text`() {
        #expect(keys(header + "UA 77/21,,post,46,2021-11-30,paper,,\"=HYPERLINK(\"\"http://x\"\")\",\n") == ["2 table_formula"])
        #expect(keys(header + "UA 77/21,,post,46,2021-11-30,paper,,\"'=1+1\",\n") == [])
    }

    @Test func `another encoding is named with the row where it shows`() {
        let row = Array((header + "UA 77/21,,post,46,2021-11-30,paper,,soir").utf8)
        let windows = row + [0xE9] + Array("e,\r\n".utf8), table = CountTable(windows)
        #expect(table.problems.map(\.line) == [2])
        #expect(table.problems.first?.message.values["encoding"] == "Windows-1252")
        let wide = [0xFF, 0xFE] + header.utf16.reduce(into: [UInt8]()) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
        #expect(CountTable(wide).problems.first?.message.values["encoding"] == "UTF-16")
    }

    @Test func `wrong columns are named`() {
        #expect(CountTable(Array("action;channel;quantity\nUA 77/21;post;4\n".utf8)).problems.map(\.message.key) == ["desk.counting_table_separator"])
        #expect(CountTable(Array("action,quantity\nUA 77/21,4\n".utf8)).problems.first?.message.values["columns"] == "channel, date, source")
        #expect(keys("action,channel,quantity,date,source,supporter\n") == ["1 table_strange"])
        #expect(keys("") == ["1 table_empty"])
    }

    @Test func `the same row twice is asked about, unless each has its key`() {
        let row = "UA 77/21,,post,46,2021-11-30,paper,,"
        #expect(keys(header + "\(row),\n\(row),\n") == ["3 table_twice"])
        #expect(keys(header + "\(row),a\n\(row),b\n") == [])
        #expect(keys(header + "\(row),a\n\(row),a\n") == ["3 table_twice"])
    }

    @Test(arguments: ["action", "action,channel,quantity,date,source\n\"", "\0\0\0", String(repeating: ",", count: 5_000)])
    func `hostile tables are refused and nothing else`(_ text: String) {
        #expect(CountTable(Array(text.utf8)).rows.isEmpty)
        #expect(!CountTable(Array(text.utf8)).problems.isEmpty)
    }
}
