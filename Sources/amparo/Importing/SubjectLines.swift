import Documents

/// Reads files of subject lines, one a line, as archives and mailing lists print them, and tells what each says.
struct SubjectLines {
    /// A file that cannot be read is named with the reason, and fails the command in the end.
    func callAsFunction(_ files: [DocumentFile]) throws {
        var isWhole = true
        for file in files {
            do throws(Unfit) {
                for line in Self.lines(of: try file.bytes()) { Terminal.say(try Self.told(line)) }
            } catch {
                Terminal.complain("\(file.shownName): refused: \(error.wanted)")
                isWhole = false
            }
        }
        if !isWhole { throw ExitStatus.someRefused.code }
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }.filter { !$0.isEmpty }
    }

    private static func told(_ line: String) throws(Unfit) -> String {
        do { return try JSONLine.text(SubjectLine(line)) } catch { throw Unfit("a line that cannot be written as JSON") }
    }
}
