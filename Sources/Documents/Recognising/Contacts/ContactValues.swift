/// The numbers, addresses and handles in the value of a label, remarks in brackets left out.
enum ContactValues {
    /// Telephone numbers: six digits or more, as printed.
    static func numbers(in line: TextLine) -> [String] {
        var numbers: [String] = []
        var start: Int?
        var digits = 0
        func finish(at end: Int) {
            if let begin = start, digits >= 6 { numbers.append(trimmed(line.text(begin..<end))) }
            start = nil
            digits = 0
        }
        for (index, byte) in line.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                start = start ?? index
                digits += 1
            case 0x2B where start == nil || digits == 0, 0x28 where start == nil: start = start ?? index
            case 0x20, 0x2D, 0x2E, 0x28, 0x29: continue
            case 0x2F where digits < 6: continue
            case 0xE2 where start != nil && isDash(line.utf8, index): continue
            case 0x80 where start != nil && index > 0 && isDash(line.utf8, index - 1): continue
            case 0x90...0x94 where start != nil && index > 1 && isDash(line.utf8, index - 2): continue
            default: finish(at: index)
            }
        }
        finish(at: line.utf8.count)
        return numbers
    }

    /// A dash of any length between digits of a number: "030 – 83 22 91".
    private static func isDash(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (0x90...0x94).contains(bytes[index + 2])
    }

    /// A bracket that opens a remark is no part of the number.
    private static func trimmed(_ text: String) -> String {
        var text = text.stripped
        if text.hasSuffix("(") { text = String(text.dropLast()).stripped }
        if text.hasSuffix(")"), !text.contains("(") { text = String(text.dropLast()).stripped }
        return text
    }

    /// Readable e-mail addresses.
    static func emails(in line: TextLine) -> [String] {
        pieces(line).filter { piece in
            let parts = piece.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
        }
    }

    /// How often a page prints "[email protected]" where an address was.
    static func hiddenEmails(in line: TextLine) -> Int {
        zip(line.words, line.words.dropFirst()).count { one, other in
            one.folded == "email" && other.folded == "protected" && one.range.lowerBound > 0 && line.utf8[one.range.lowerBound - 1] == 0x5B
        }
    }

    /// Handles; where none has its "@", the first word of the value.
    static func handles(in line: TextLine) -> [String] {
        let pieces = pieces(line)
        let handles = pieces.filter { $0.hasPrefix("@") && $0.utf8.count > 1 }
        return handles.isEmpty ? Array(pieces.filter { $0.utf8.count > 2 }.prefix(1)) : handles
    }

    static func links(in line: TextLine) -> [String] {
        pieces(line).filter { $0.contains("://") || $0.lowercased().hasPrefix("www.") }
    }

    /// The parts between blanks, commas and semicolons.
    private static func pieces(_ line: TextLine) -> [String] {
        line.text.split(whereSeparator: { " ,;<>()".contains($0) }).map { String($0).stripped }.filter { !$0.isEmpty }
    }
}
