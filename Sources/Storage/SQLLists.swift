extension SQL {
    /// The values in brackets, for `IN`: `"id IN \(SQL.list(ids))"`.
    ///
    /// An empty list matches nothing, on both engines. Do not negate it: `NOT IN` an empty list matches nothing either.
    package static func list(_ values: [any Bindable]) -> SQL {
        values.isEmpty ? "(NULL)" : "(" + joined(values.map { SQL(parts: [.value($0.value)]) }) + ")"
    }

    /// Rows for one `INSERT` of many: `"INSERT INTO tag (id, name) VALUES \(SQL.values(rows))"`. There must be at least one row.
    package static func values(_ rows: [[any Bindable]]) -> SQL {
        joined(rows.map(list))
    }

    /// The pieces one after the other, with `separator` between them: conditions by `" AND "`, assignments by `", "`.
    package static func joined(_ pieces: [SQL], by separator: SQL = ", ") -> SQL {
        guard let first = pieces.first else { return SQL(parts: []) }
        return pieces.dropFirst().reduce(into: first) { $0 += separator + $1 }
    }
}
