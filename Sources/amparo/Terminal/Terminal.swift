import ArgumentParser
import Foundation

/// The two streams of a command, each line out at once, so that a pipe never waits for a buffer.
enum Terminal {
    /// What was asked for.
    static func say(_ line: String) {
        write("\(line)\n", to: .standardOutput)
    }

    /// A whole text that brings its own line ends.
    static func sayAsIs(_ text: String) {
        write(text, to: .standardOutput)
    }

    /// A file, for `>` and a pipe.
    static func say(bytes: [UInt8]) {
        try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    /// What the person should know besides.
    static func complain(_ line: String) {
        write("\(line)\n", to: .standardError)
    }

    /// The last line of the screen, in place of what was drawn there before; an empty one clears it.
    static func draw(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }

    /// Ends the program as it stands. `exit` would have the libraries clear up, on which other threads still may be at work or at their own end:
    /// OpenSSL has freed a thread's state twice that way.
    static func leave(_ status: ExitCode) -> Never {
        fflush(nil)
        _exit(status.rawValue)
    }

    /// How many letters a line of the screen holds.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// A reader who has gone away is no reason to fail.
    private static func write(_ text: String, to stream: FileHandle) {
        try? stream.write(contentsOf: Data(text.utf8))
    }
}
