import GRDB
import Storage

extension StorageFailure {
    static func translated<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError { throw StorageFailure(error) }
    }

    static func translated<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as DatabaseError { throw StorageFailure(error) }
    }

    private init(_ error: DatabaseError) {
        let message = error.message ?? ""
        let subject = message.firstRange(of: ": ").map { String(message[$0.upperBound...]) } ?? ""
        self =
            switch (error.extendedResultCode, error.resultCode) {
            case (.SQLITE_CONSTRAINT_UNIQUE, _), (.SQLITE_CONSTRAINT_PRIMARYKEY, _): .unique(subject)
            case (.SQLITE_CONSTRAINT_FOREIGNKEY, _): .foreignKey(subject)
            case (.SQLITE_CONSTRAINT_CHECK, _): .check(subject)
            case (.SQLITE_CONSTRAINT_NOTNULL, _): .notNull(subject)
            case (_, .SQLITE_BUSY), (_, .SQLITE_LOCKED): .busy
            case (_, .SQLITE_FULL): .diskFull
            case (_, .SQLITE_READONLY): .readOnly
            case (_, .SQLITE_CANTOPEN), (_, .SQLITE_NOTADB): .unreachable(message)
            case (_, .SQLITE_MISUSE) where message.contains("closed"): .unreachable("the database is closed")
            default: .other(code: "\(error.extendedResultCode.rawValue)", message: message)
            }
    }
}
