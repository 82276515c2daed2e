import Foundation

/// Reads what `pdftotext -bbox-layout` prints: one element a line, words in lines in blocks in flows in pages.
struct PrintedPagesParser {
    private var pages = PrintedPages()
    private var page = 0
    private var flow = 0
    private var line: PrintedLine?
    /// Of a book no more is taken in than shows that it is one.
    private var length = 0

    static func pages(of bytes: [UInt8]) -> PrintedPages {
        var parser = PrintedPagesParser()
        for row in bytes.split(separator: 0x0A) { parser.take(row.drop { $0 == 0x20 }) }
        return parser.pages
    }

    private mutating func take(_ row: ArraySlice<UInt8>) {
        if row.starts(with: Self.word) {
            takeWord(row)
        } else if row.starts(with: Self.line) {
            let box = Self.numbers(row)
            guard box.count == 4 else { return }
            line = PrintedLine(page: page, left: box[0], top: box[1], right: box[2], bottom: box[3], flow: flow)
        } else if row.starts(with: Self.lineEnd) {
            if let line, !line.words.isEmpty { pages.lines.append(line) }
            line = nil
        } else if row.starts(with: Self.page) {
            page += 1
            let size = Self.numbers(row)
            pages.widths[page] = size.first
            pages.heights[page] = size.last
        } else if row.starts(with: Self.flow) {
            flow += 1
        }
    }

    private mutating func takeWord(_ row: ArraySlice<UInt8>) {
        guard length <= Limits.text, let start = row.firstIndex(of: 0x3E), let end = row.lastIndex(of: 0x3C), start < end else { return }
        let text = Self.plain(String(decoding: row[(start + 1)..<end], as: UTF8.self))
        let box = Self.numbers(row[..<start])
        guard box.count == 4, !text.isEmpty else { return }
        length += text.utf8.count + 1
        line?.words.append(PrintedWord(text: text, width: box[2] - box[0]))
    }

    /// The values of the attributes in order.
    private static func numbers(_ row: ArraySlice<UInt8>) -> [Double] {
        let parts = row.split(separator: 0x22, maxSplits: 9, omittingEmptySubsequences: false)
        return stride(from: 1, to: min(parts.count, 9), by: 2).compactMap { index in
            Double(String(decoding: parts[index], as: UTF8.self)).flatMap { $0.isFinite && abs($0) < 1_000_000 ? $0 : nil }
        }
    }

    /// Without entities, and with the letters that ligatures and shaped Arabic stand for.
    private static func plain(_ text: String) -> String {
        var text = text
        if text.utf8.contains(0x26) {
            for (entity, sign) in entities { text = text.replacingOccurrences(of: entity, with: sign) }
        }
        let isShaped = text.unicodeScalars.contains { (0xFB00...0xFB06).contains($0.value) || (0xFB50...0xFEFC).contains($0.value) }
        text = isShaped ? text.withFewMarks.precomposedStringWithCompatibilityMapping : text.composed
        return LamAlef.repaired(String(PlainTextReader.cleaned(text.unicodeScalars[...])).trimmed)
    }

    private static let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
    private static let word = Array("<word ".utf8), line = Array("<line ".utf8), lineEnd = Array("</line>".utf8)
    private static let page = Array("<page ".utf8), flow = Array("<flow".utf8)
}
