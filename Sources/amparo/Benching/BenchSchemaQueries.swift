import Foundation
import Storage
import StoragePostgres

/// An empty place in a PostgreSQL database for the length of one benchmark.
struct BenchSchema {
    /// Of a database in which schemas may be made.
    let address: String

    /// Gives `body` an address that leads into the place, which is gone afterwards.
    func callAsFunction<T>(_ body: (String) async throws -> T) async throws -> T {
        let name = "bench_\(ProcessInfo.processInfo.processIdentifier)", server = PostgresDatabase(url: address, sessions: 1)
        let result: Result<T, any Error>
        do {
            try await server.write { db in try db.execute(SQL(verbatim: "CREATE SCHEMA \(name)")) }
            result = .success(try await body("\(address)\(address.contains("?") ? "&" : "?")options=-csearch_path%3D\(name)"))
        } catch {
            result = .failure(error)
        }
        _ = try? await server.write { db in try db.execute(SQL(verbatim: "DROP SCHEMA IF EXISTS \(name) CASCADE")) }
        await server.close()
        return try result.get()
    }
}
