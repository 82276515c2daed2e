import CPostgres
import Foundation
import Storage

/// One connection to the server, for one thread at a time; hung up when the last reference goes.
final class Line {
    let pointer: OpaquePointer
    /// The era of the server in which this line was opened.
    let era: Int
    private let contact: Contact
    private var prepared: [Statement: String] = [:]
    private var isForsaken = false

    /// So many statements are kept prepared; statements with more values than `manyValues` are bulk and would only push the others out.
    private static let keptStatements = 200, manyValues = 64

    private struct Statement: Hashable {
        let text: String
        let types: [Oid]
    }

    /// Settings before `dbname` are defaults which the address may change; those after it are not.
    init(_ address: PostgresAddress, _ contact: Contact) throws(Refused) {
        self.contact = contact
        era = contact.era
        let settings =
            [
                ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
                ("keepalives_count", "2"), ("fallback_application_name", "amparo"),
            ] + address.defaults + [("dbname", address.text), ("client_encoding", "UTF8")]
        let names = settings.map { strdup($0.0) }, values = settings.map { strdup($0.1) }
        defer { (names + values).forEach { free($0) } }
        let found = PQconnectdbParams(names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let found else { throw Refused(.unreachable("no memory for a connection")) }
        pointer = found
        guard PQstatus(pointer) == CONNECTION_OK else { throw Refused(nil, on: pointer) }
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        // A plan made for good while a table was empty reads all of it when it has grown: an alert fills one within seconds. And where a page
        // is not believed to cost four times as much by an index, as on a disk that turns, a thousand rows are not sought by reading all.
        // No question is so long that compiling it first would pay.
        try run(
            """
            SET lock_timeout = '5s'; SET bytea_output = 'hex'; SET standard_conforming_strings = on; SET plan_cache_mode = force_custom_plan;
            SET random_page_cost = 1.1; SET jit = off
            """)
    }

    deinit {
        PQfinish(pointer)
    }

    var isLost: Bool { isForsaken || PQstatus(pointer) != CONNECTION_OK }

    /// Which of the servers of the address this line leads to.
    var server: String { "\(String(cString: PQhost(pointer))):\(String(cString: PQport(pointer)))" }

    /// Constant texts without values; several may stand in one.
    @discardableResult func run(_ text: String, within patience: Duration? = nil) throws(Refused) -> Answer {
        try answer(to: PQsendQuery(pointer, text), within: patience)
    }

    func run(_ sql: SQL) throws(Refused) -> Answer {
        let text = sql.text(for: .postgres), parameters = try Parameters(sql)
        guard parameters.count <= Self.manyValues else {
            let sent = parameters.lend { values, lengths, formats in
                PQsendQueryParams(pointer, text, parameters.count, parameters.types, values, lengths, formats, 0)
            }
            return try answer(to: sent)
        }
        let name = try name(of: Statement(text: text, types: parameters.types))
        let sent = parameters.lend { values, lengths, formats in
            PQsendQueryPrepared(pointer, name, parameters.count, values, lengths, formats, 0)
        }
        return try answer(to: sent)
    }

    private func name(of statement: Statement) throws(Refused) -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.keptStatements {
            try run("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        _ = try answer(to: PQsendPrepare(pointer, name, statement.text, Int32(statement.types.count), statement.types))
        prepared[statement] = name
        return name
    }
}

extension Line {
    /// The last of the answers to what was sent, or the refusal among them, after which there is none.
    private func answer(to sent: Int32, within patience: Duration? = nil) throws(Refused) -> Answer {
        guard sent == 1 else { throw Refused(nil, on: pointer) }
        let deadline = patience.map { ContinuousClock.now + $0 }
        var last: OpaquePointer?
        while true {
            do { try wait(until: deadline) } catch {
                PQclear(last)
                throw error
            }
            guard let next = PQgetResult(pointer) else { return try Answer(last, on: pointer) }
            PQclear(last)
            last = next
        }
    }

    /// Until something of the answer is there, the line breaks, or nobody hears of the server any more.
    private func wait(until deadline: ContinuousClock.Instant?) throws(Refused) {
        while PQisBusy(pointer) == 1 {
            var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
            if poll(&socket, 1, 500) == 0 {
                let isOver = deadline.map { ContinuousClock.now > $0 } ?? (contact.isLost || contact.era != era)
                if isOver {
                    isForsaken = true
                    throw Refused(.unreachable("the server does not answer"))
                }
            } else if PQconsumeInput(pointer) == 0 {
                return  // what is wrong stands in the result that comes now
            }
        }
    }
}
