import Campaign
import Foundation
import Storage

/// Databases that are ready to serve: made once for each engine by the program's own steps, which take half a second, and then copied for every
/// test that wants one.
actor ReadyDatabase {
    static let shared = ReadyDatabase()

    private var file: Task<Data, any Error>?
    private var template: Task<String, any Error>?

    /// An SQLite file.
    func bytes() async throws -> Data {
        let making = file ?? Task { try await Self.makeFile() }
        file = making
        return try await making.value
    }

    /// The name of a database of the server at `address` which `CREATE DATABASE` copies. It goes with the server, or with the next run.
    func name(at address: String) async throws -> String {
        let making = template ?? Task { try await Self.makeTemplate(at: address) }
        template = making
        return try await making.value
    }

    private static func makeFile() async throws -> Data {
        try await withFolder { folder in
            let path = "\(folder)/ready.sqlite"
            try await makeReady(DatabaseURL("sqlite:\(path)"))
            return try Data(contentsOf: URL(filePath: path))
        }
    }

    private static func makeTemplate(at address: String) async throws -> String {
        let name = "amparo_ready_\(ProcessInfo.processInfo.processIdentifier)"
        try await onServer(at: address) { db in
            for left in try db.rows("SELECT datname FROM pg_database WHERE datname LIKE 'amparo#_ready#_%' ESCAPE '#'") {
                let left: String = try left("datname")
                guard let process = left.split(separator: "_").last.flatMap({ Int32($0) }), kill(process, 0) != 0 else { continue }
                try db.execute(SQL(verbatim: "DROP DATABASE IF EXISTS \(left)"))
            }
            try db.execute(SQL(verbatim: "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"))
        }
        try await makeReady(DatabaseURL(inServer(at: address, name)))
        return name
    }

    private static func makeReady(_ url: DatabaseURL) async throws {
        let database = try Engine.open(url, sessions: 1)
        let result = await Result {
            try await OpenStore(database: database, world: .still(at: "2021-11-30T10:00:00.000Z"))()
            try await database.overwriteDeleted()  // so that an SQLite file has all that its log had
        }
        await database.close()
        try result.get()
    }
}

/// Runs statements that want no transaction, while every write is one: it is ended before and begun anew afterwards.
func onServer(at address: String, _ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
    let server = try Engine.open(DatabaseURL(address), sessions: 1)
    let result = await Result {
        try await server.write { db in
            try db.execute("COMMIT")
            try body(db)
            try db.execute("BEGIN")
        }
    }
    await server.close()
    try result.get()
}

/// The address of another database of the server at `address`.
func inServer(at address: String, _ name: String) -> String {
    guard let scheme = address.range(of: "://"), let slash = address[scheme.upperBound...].firstIndex(of: "/") else { return address }
    let path = address.index(after: slash), end = address[path...].firstIndex(of: "?") ?? address.endIndex
    return address[..<path] + name + address[end...]
}
