import CPostgres
import Storage

/// What the server answered to one statement, copied out of libpq's memory.
struct Answer {
    let rows: [Row]
    let affected: Int

    init(_ result: OpaquePointer?, on line: OpaquePointer) throws(Refused) {
        defer { PQclear(result) }
        guard let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else { throw Refused(result, on: line) }
        let isSelect = String(cString: PQcmdStatus(result)).hasPrefix("SELECT")
        affected = isSelect ? 0 : Int(String(cString: PQcmdTuples(result))) ?? 0
        let names = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }, columns = Row.Columns(names: names)
        let types = (0..<PQnfields(result)).map { PQftype(result, $0) }
        rows = (0..<PQntuples(result)).map { row in
            Row(columns: columns, values: types.enumerated().map { column, type in Value(result, row, Int32(column), type) })
        }
    }
}

extension Value {
    fileprivate init(_ result: OpaquePointer, _ row: Int32, _ column: Int32, _ type: Oid) {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            self = .null
            return
        }
        let content = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        let text = String(decoding: content, as: UTF8.self)
        self =
            switch type {
            case .boolean: .boolean(text == "t")
            case .bigint, .integer, .smallint: Int64(text).map(Value.integer) ?? .text(text)
            case .numeric: Int64(text).map(Value.integer) ?? Double(text).map(Value.real) ?? .text(text)
            case .double, .single: Double(text).map(Value.real) ?? .text(text)
            case .bytes: .bytes(Self.bytes(hexadecimal: content.dropFirst(2)))
            default: .text(text)
            }
    }

    private static func bytes(hexadecimal digits: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        func half(_ place: Int) -> UInt8 { digits[place] < 0x3A ? digits[place] - 0x30 : digits[place] - 0x57 }
        return stride(from: digits.startIndex, to: digits.endIndex - 1, by: 2).map { half($0) << 4 | half($0 + 1) }
    }
}
