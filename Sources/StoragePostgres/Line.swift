import CPostgres
import Foundation
import Storage

/// One connection to the server, for one thread at a time; hung up when the last reference goes.
final class Line {
    let pointer: OpaquePointer
    private var prepared: [Statement: String] = [:]

    /// So many statements are kept prepared; statements with more values than `manyValues` are bulk and would only push the others out.
    private static let keptStatements = 200, manyValues = 64

    private struct Statement: Hashable {
        let text: String
        let types: [Oid]
    }

    /// Settings before `dbname` are defaults which the address may change; those after it are not.
    init(_ address: String) throws(Refused) {
        let settings = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "30000"), ("keepalives_idle", "30"), ("fallback_application_name", "amparo"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        let names = settings.map { strdup($0.0) }, values = settings.map { strdup($0.1) }
        defer { (names + values).forEach { free($0) } }
        let found = PQconnectdbParams(names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let found else { throw Refused(.unreachable("no memory for a connection")) }
        pointer = found
        guard PQstatus(pointer) == CONNECTION_OK else { throw Refused(nil, on: pointer) }
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        // A plan made for good while a table was empty reads all of it when it has grown: an alert fills one within seconds.
        try run("SET lock_timeout = '5s'; SET bytea_output = 'hex'; SET standard_conforming_strings = on; SET plan_cache_mode = force_custom_plan")
    }

    deinit {
        PQfinish(pointer)
    }

    var isLost: Bool { PQstatus(pointer) != CONNECTION_OK }

    /// Constant texts without values; several may stand in one.
    @discardableResult func run(_ text: String) throws(Refused) -> Answer {
        try Answer(PQexec(pointer, text), on: pointer)
    }

    func run(_ sql: SQL) throws(Refused) -> Answer {
        let text = sql.text(for: .postgres), parameters = try Parameters(sql)
        guard parameters.count <= Self.manyValues else {
            return try parameters.lend { values, lengths, formats in
                PQexecParams(pointer, text, parameters.count, parameters.types, values, lengths, formats, 0)
            }
            .answer(on: pointer)
        }
        let name = try name(of: Statement(text: text, types: parameters.types))
        return try parameters.lend { values, lengths, formats in
            PQexecPrepared(pointer, name, parameters.count, values, lengths, formats, 0)
        }
        .answer(on: pointer)
    }

    private func name(of statement: Statement) throws(Refused) -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.keptStatements {
            try run("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        _ = try Answer(PQprepare(pointer, name, statement.text, Int32(statement.types.count), statement.types), on: pointer)
        prepared[statement] = name
        return name
    }
}
