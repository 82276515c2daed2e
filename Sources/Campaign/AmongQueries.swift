import Storage

extension Connection {
    /// That the column before it holds one of these ids, which have neither commas nor quotation marks in them: one value however many they
    /// are, so that the statement stays the same and is kept prepared.
    func isAmong<Kind>(_ ids: [ID<Kind>]) -> SQL {
        switch dialect {
        case .sqlite: "IN (SELECT value FROM \(rows(of: ids)))"
        case .postgres: "= ANY (string_to_array(\(list(of: ids, between: ",")), ','))"
        }
    }

    /// The ids as a table with one column, `value`.
    func rows<Kind>(of ids: [ID<Kind>]) -> SQL {
        switch dialect {
        case .sqlite: "json_each(\("[\"" + list(of: ids, between: "\",\"") + "\"]"))"
        case .postgres: "unnest(string_to_array(\(list(of: ids, between: ",")), ',')) AS chosen (value)"
        }
    }

    /// Written for every mail that is noted: by hand, since the library's way makes an array and a key path first.
    private func list<Kind>(of ids: [ID<Kind>], between: String) -> String {
        var list = ""
        for id in ids {
            if !list.isEmpty { list += between }
            list += id.text
        }
        return list
    }
}
