import GRDB
import Storage

/// A consistent copy of a database file, taken while others read and write it.
package enum SQLiteCopy {
    /// Copies all that is committed now, for its owner alone; what is written meanwhile is not in it. Throws `StorageFailure`.
    ///
    /// - Parameter copy: where no file is yet.
    package static func make(of path: String, at copy: String) throws {
        try StorageFailure.translated {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
            try queue.close()
        }
    }
}
