import Foundation
import Synchronization

/// Which version of a file was read last: a file that is replaced has another number.
final class KeyFileStamp: Sendable {
    private let path: String
    private let seen: Mutex<Stamp?>

    private struct Stamp: Equatable {
        let number: UInt64
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ path: String) {
        self.path = path
        seen = Mutex(Self.stamp(of: path))
    }

    /// Whether it is another one since this was asked last.
    func hasChanged() -> Bool {
        let now = Self.stamp(of: path)
        return seen.withLock { seen in
            guard let now, now != seen else { return false }
            seen = now
            return true
        }
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(number: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
}
