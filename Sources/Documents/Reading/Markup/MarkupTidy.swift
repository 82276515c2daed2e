/// Cuts a page down to what the reader needs, in one pass, before a tree is built of it.
///
/// Tags that only set type vanish, scripts and pictures with them, and elements nest no deeper than `mostDepth`: tag soup of ten megabytes
/// costs time in proportion to its length, and the tree stays small.
struct MarkupTidy {
    static let mostTags = 60_000
    static let mostDepth = 150
    /// With the blanks that pages are indented by; as much again of attributes.
    static let mostText = 2_000_000

    private let source: [UInt8]
    private var place = 0
    private var output: [UInt8] = []
    private var open: [String: Int] = [:]
    private var depth = 0
    private var tags = 0
    private var letters = 0
    private var attributes = 0
    /// Names of silent elements that are not closed in the rest of the page.
    private var unclosed: Set<String> = []

    init(_ text: String) {
        source = Array(text.utf8)
        output.reserveCapacity(source.count / 2)
    }

    func tidied() throws(Unreadable) -> [UInt8] {
        var tidy = self
        while tidy.place < tidy.source.count { try tidy.step() }
        return tidy.output
    }

    private mutating func step() throws(Unreadable) {
        let byte = source[place]
        guard byte == 0x3C else { return try takeText() }
        switch source.at(place + 1) {
        case 0x21?: skipDeclaration()
        case 0x3F?: skip(past: 0x3E)
        case let next? where next == 0x2F || MarkupScanner.isLetter(next): try takeTag()
        default: try takeText()
        }
    }

    /// Up to the next tag; a sign that begins none is text.
    private mutating func takeText() throws(Unreadable) {
        if source[place] == 0x3C { output += "&lt;".utf8 } else { output.append(source[place]) }
        place += 1
        let end = source[place...].firstIndex(of: 0x3C) ?? source.count
        output += source[place..<end]
        letters += end - place + 1
        place = end
        guard letters <= Self.mostText else { throw .long }
    }

    private mutating func skip(past byte: UInt8) {
        place = source[place...].firstIndex(of: byte).map { $0 + 1 } ?? source.count
    }

    /// "<!DOCTYPE …>", "<!-- … -->", "<![CDATA[ … ]]>"
    private mutating func skipDeclaration() {
        guard source[place...].starts(with: Self.commentStart) else { return skip(past: 0x3E) }
        place = source.place(of: Self.commentEnd, from: place + 2).map { $0 + 3 } ?? source.count
    }

    private static let commentStart = Array("<!--".utf8), commentEnd = Array("-->".utf8)

    private mutating func takeTag() throws(Unreadable) {
        let tag = MarkupScanner(source, place).tag()
        place = tag.end
        if MarkupTag.silent.contains(tag.name) { return tag.isClosing ? () : skipSilent(tag.name) }
        guard MarkupTag.isKept(tag.name) else { return }
        tags += 1
        attributes += tag.attributes.reduce(0) { $0 + $1.value.utf8.count }
        guard tags <= Self.mostTags, attributes <= Self.mostText else { throw .tangled }
        if tag.isClosing { close(tag.name) } else { begin(tag) }
    }

    private mutating func skipSilent(_ name: String) {
        guard !unclosed.contains(name) else { return }
        guard let end = source.closing(of: Array(name.utf8), from: place) else {
            unclosed.insert(name)
            return
        }
        place = end
        skip(past: 0x3E)
    }

    private mutating func begin(_ tag: MarkupScanner.Tag) {
        guard depth < Self.mostDepth else { return output += "<br>".utf8 }
        if !MarkupTag.selfClosing.contains(tag.name), !MarkupTag.void.contains(tag.name) {
            open[tag.name, default: 0] += 1
            depth += 1
        }
        output += "<\(tag.name)".utf8
        for (name, value) in tag.attributes { output += " \(name)=\"\(value)\"".utf8 }
        output.append(0x3E)
    }

    private mutating func close(_ name: String) {
        if !MarkupTag.selfClosing.contains(name) {
            guard let count = open[name], count > 0 else { return output += "<br>".utf8 }
            open[name] = count - 1
            depth -= 1
        }
        output += "</\(name)>".utf8
    }
}
