import Foundation

/// How many files and connections this process may hold open at once.
enum OpenFiles {
    private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    /// Takes as many as the system lets it, at least `count`; root is let have more than the system's usual most. Throws `Complaint` when that
    /// is fewer.
    static func raise(to count: Int) throws {
        if raise() < count {
            var more = rlimit(rlim_cur: rlim_t(count), rlim_max: rlim_t(count))
            setrlimit(kind, &more)
        }
        guard raise() >= count else { throw Complaint("\(count) open files are needed; allow them by: ulimit -n \(count)", status: .unavailable) }
    }

    /// Takes as many as the system lets it, and tells how many.
    @discardableResult static func raise() -> Int {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return 1_024 }
        if limit.rlim_cur < limit.rlim_max {
            var more = limit
            more.rlim_cur = limit.rlim_max
            if setrlimit(kind, &more) == 0 { limit = more }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
