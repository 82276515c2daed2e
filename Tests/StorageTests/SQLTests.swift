import Storage
import Testing

@Suite struct SQLTests {
    enum Colour: String, Bindable { case red }

    @Test func `a value is bound at its place, in the words of each engine`() {
        let sql: SQL = "SELECT a FROM t WHERE b = \("x") AND c > \(3)"
        #expect(sql.text(for: .sqlite) == "SELECT a FROM t WHERE b = ? AND c > ?")
        #expect(sql.text(for: .postgres) == "SELECT a FROM t WHERE b = $1 AND c > $2")
        #expect(sql.values == [.text("x"), .integer(3)])
    }

    @Test func `nested pieces keep the order of their values`() {
        let late: SQL = "deadline < \("2026-01-01")"
        let sql: SQL = "SELECT \(1) WHERE \(late) AND n = \(2)"
        #expect(sql.text(for: .postgres) == "SELECT $1 WHERE deadline < $2 AND n = $3")
        #expect(sql.values == [.integer(1), .text("2026-01-01"), .integer(2)])
    }

    @Test func `a list stands in brackets, and an empty one matches nothing`() {
        #expect(SQL.list(["a", 2, true]).text(for: .sqlite) == "(?, ?, ?)")
        #expect(SQL.list([]).text(for: .sqlite) == "(NULL)")
    }

    @Test func `rows of values stand side by side`() {
        let sql: SQL = "INSERT INTO t VALUES \(SQL.values([[1, "a"], [2, nil as String?]]))"
        #expect(sql.text(for: .sqlite) == "INSERT INTO t VALUES (?, ?), (?, ?)")
        #expect(sql.values == [.integer(1), .text("a"), .integer(2), .null])
    }

    @Test func `pieces are joined and added`() {
        var sql: SQL = "WHERE " + SQL.joined(["a = \(1)", "b = \(2)"], by: " AND ")
        sql += " LIMIT \(3)"
        #expect(sql.text(for: .sqlite) == "WHERE a = ? AND b = ? LIMIT ?")
    }

    @Test func `an enum binds as its raw value, nothing as null`() {
        let sql: SQL = "\(Colour.red) \(nil as Int?) \(1.5) \(false) \([UInt8]([1]))"
        #expect(sql.values == [.text("red"), .null, .real(1.5), .boolean(false), .bytes([1])])
    }
}
