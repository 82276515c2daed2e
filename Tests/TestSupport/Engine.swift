import Foundation
package import Storage
import StoragePostgres
import StorageSQLite

/// The engines a test runs on: SQLite always, PostgreSQL where `AMPARO_TEST_POSTGRES` tells its address.
package enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres

    static let postgresAddress = ProcessInfo.processInfo.environment["AMPARO_TEST_POSTGRES"]

    package static let available = allCases.filter { $0 == .sqlite || postgresAddress != nil }

    /// Opens what is at `url`, as a further process would.
    package static func open(_ url: DatabaseURL, sessions: Int = 4) throws -> any Database {
        switch url {
        case .sqlite(let path): try SQLiteDatabase(path: path)
        case .postgres(let address): PostgresDatabase(url: address, sessions: sessions)
        }
    }
}
