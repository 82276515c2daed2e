/// Reads plain text in any encoding, with the residue of Markdown and of pages: rules, page numbers, form feeds, template remarks.
struct PlainTextReader: Reader {
    func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine] {
        guard let encoding = TextEncoding(of: bytes) else { throw .binary }
        return try Self.lines(of: encoding.text(of: bytes))
    }

    /// The lines of a text that another reader found.
    static func lines(of text: String) throws(Unreadable) -> [TextLine] {
        guard text.utf8.count <= Limits.text else { throw .long }
        let lines = Self.singleSpaced(split(text))
        return WrappedText(PageFurniture(lines).removed()).joined()
    }

    /// Text in which every line is followed by an empty one, without those; what was one empty line is three then.
    private static func singleSpaced(_ lines: [TextLine]) -> [TextLine] {
        var gaps: [Int: Int] = [:], gap: Int?
        for line in lines {
            if line.isBlank {
                gap = gap.map { $0 + 1 }
            } else {
                if let gap { gaps[gap, default: 0] += 1 }
                gap = 0
            }
        }
        guard gaps[1, default: 0] >= 4, gaps[3, default: 0] >= 2, gaps.keys.allSatisfy({ $0 % 2 == 1 }) else { return lines }
        var result: [TextLine] = [], blanks = 0
        for line in lines {
            blanks = line.isBlank ? blanks + 1 : 0
            if blanks % 2 == 0 { result.append(line) }
        }
        return result
    }

    private static func split(_ text: String) -> [TextLine] {
        var lines: [TextLine] = []
        var page = 1
        for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if isClean(raw) {
                lines.append(MarkdownResidue(String(Substring(raw))).line(number: lines.count + 1, page: page))
                continue
            }
            for part in parts(of: Substring(raw).unicodeScalars) {
                page += part.count { $0 == "\u{0C}" }
                lines.append(MarkdownResidue(String(Self.cleaned(part))).line(number: lines.count + 1, page: page))
            }
        }
        return lines
    }

    /// Whether a line certainly holds nothing to clean or to part: letters and ASCII, dashes and quotation marks.
    private static func isClean(_ line: Substring.UTF8View) -> Bool {
        var before: UInt8 = 0, mark: UInt8 = 0
        for byte in line {
            if byte < 0x20 || byte == 0x7F || [0xC2, 0xE1, 0xE3, 0xEF].contains(byte) { return false }
            if mark == 0xE2, before == 0x81 || before == 0x80 && !(0x90...0xA7).contains(byte) { return false }
            (mark, before) = (before, byte)
        }
        return true
    }

    /// Lines that are ended otherwise than by LF. A lone CR ends a line too; CRLF leaves one at the end, which is trimmed with the blanks.
    private static func parts(of line: Substring.UnicodeScalarView) -> [Substring.UnicodeScalarView] {
        line.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\u{2028}" || $0 == "\u{2029}" }).flatMap { raw in
            raw.split(separator: "\r", omittingEmptySubsequences: true).ifEmpty(raw[raw.startIndex..<raw.startIndex])
        }
    }

    /// Blanks of every kind become blanks; marks without width and other controls go.
    static func cleaned(_ part: Substring.UnicodeScalarView, keepingBreaks: Bool = false) -> String.UnicodeScalarView {
        var scalars = String.UnicodeScalarView()
        for scalar in part {
            switch scalar.value {
            case 0x0A where keepingBreaks: scalars.append(scalar)
            case 0x09, 0x0B, 0x0C, 0x1B, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: scalars.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFD: continue
            default: scalars.append(scalar)
            }
        }
        return scalars
    }
}

extension Array {
    fileprivate func ifEmpty(_ element: Element) -> [Element] { isEmpty ? [element] : self }
}
