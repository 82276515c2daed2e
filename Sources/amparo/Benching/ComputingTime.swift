import Foundation

/// What this process has made all cores work so far: a measure that holds on a busy machine too.
enum ComputingTime {
    static var seconds: Double { Double(clock()) / 1_000_000 }  // POSIX: a million a second

    /// The same for the programs that were run and have ended.
    static var secondsOfOthers: Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
}
