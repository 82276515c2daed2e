import Storage

extension Connection {
    /// That the column before it holds one of these ids, which have neither commas nor quotation marks in them: one value however many they
    /// are, so that the statement stays the same and is kept prepared.
    func isAmong<Kind>(_ ids: some Sequence<ID<Kind>>) -> SQL {
        switch dialect {
        case .sqlite: "IN (SELECT value FROM json_each(\("[\"" + ids.map(\.text).joined(separator: "\",\"") + "\"]")))"
        case .postgres: "= ANY (string_to_array(\(ids.map(\.text).joined(separator: ",")), ','))"
        }
    }
}
