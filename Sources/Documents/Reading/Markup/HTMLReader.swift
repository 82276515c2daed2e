/// Reads a web page: the document in it, without what the site puts around it, in lines with lists and headings kept.
struct HTMLReader: Reader {
    static func recognises(_ bytes: [UInt8]) -> Bool {
        guard mayBegin(bytes), let encoding = TextEncoding(of: Array(bytes.prefix(4096))) else { return false }
        let head = encoding.text(of: Array(bytes.prefix(4096))).lowercased()
        let text = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard text.first == "<" else { return false }
        if ["<!doctype html", "<html", "<head", "<body"].contains(where: text.hasPrefix) { return true }
        let marks = ["<html", "<body", "<div", "<p>", "<p ", "<br", "<h1", "<h2", "<h3", "<ul", "<ol", "<li", "<table", "</p>", "<section", "<main"]
        return marks.count { text.contains($0) } >= 2
    }

    /// Most documents are no pages, and their first letter says so.
    private static func mayBegin(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
        return first == 0x3C || first >= 0x80
    }

    func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine] {
        try Self.lines(of: Self.text(of: bytes))
    }

    /// The lines of a page whose encoding is settled.
    static func lines(of text: String) throws(Unreadable) -> [TextLine] {
        let tree = MarkupTree(try MarkupTidy(text).tidied())
        let lines = MarkupLines(tree, without: Boilerplate(tree).ranges).lines
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= Limits.text else { throw .long }
        return WrappedText(PageFurniture(lines).removed()).joined()
    }

    /// A mark at the beginning decides, then what the page says of itself, then the bytes.
    private static func text(of bytes: [UInt8]) throws(Unreadable) -> String {
        guard let encoding = TextEncoding(of: bytes) else { throw .binary }
        if case .windows1252 = encoding, let name = declaredEncoding(bytes), let text = NamedEncoding.text(of: bytes, name) { return text }
        return encoding.text(of: bytes)
    }

    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = Array(String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased().utf8)
        guard let place = head.place(of: Array("charset=".utf8), from: 0) else { return nil }
        let name = head[(place + 8)...].drop { [0x20, 0x22, 0x27].contains($0) }
            .prefix { MarkupScanner.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}

extension Unreadable {
    static let tangled = Unreadable(reason: "the page has more than \(MarkupTidy.mostTags) tags, or tags without end")
}
