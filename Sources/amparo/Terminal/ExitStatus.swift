import ArgumentParser

/// What a script learns from the status of a command. The numbers from 64 on are those of sysexits.h.
enum ExitStatus: Int32 {
    /// A "no" that the person can act upon, or a check that found something wrong.
    case refused = 1
    /// Some files of a batch were refused; the rest was taken.
    case someRefused = 2
    /// No database there, or one of another version than the program.
    case unavailable = 69
    /// A fault of ours.
    case fault = 70
    /// A full disk, or a file that cannot be read or written.
    case inputOutput = 74
    /// Occupied by others; trying again may help.
    case tryAgain = 75
    /// Stopped by Ctrl-C or SIGTERM; what was done until then is kept.
    case interrupted = 130
    /// Settings that make no sense.
    case settings = 78

    var code: ExitCode { ExitCode(rawValue) }
}
