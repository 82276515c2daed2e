/// The opening tags of a page, as our own templates write them: attributes in double quotes, scripts and styles in files or closed by their end tag.
struct PageTags: Sequence {
    struct Attribute {
        let name: String
        /// Where its value stands, without the quotes.
        let range: Range<Int>
    }

    struct Tag {
        let name: String
        let attributes: [Attribute]

        func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
    }

    private let page: [UInt8]

    init(_ page: [UInt8]) {
        self.page = page
    }

    /// The value of an attribute as a browser reads it.
    func value(_ attribute: Attribute) -> String {
        // byte by byte: a mark above the sign would be one character with it
        let bytes = [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(Array(page[attribute.range])) {
            $0.replacing($1.0.utf8, with: $1.1.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func makeIterator() -> AnyIterator<Tag> {
        var place = 0
        return AnyIterator { next(&place) }
    }

    private func next(_ place: inout Int) -> Tag? {
        while place < page.count {
            guard page[place] == UInt8(ascii: "<"), place + 1 < page.count, Self.isLetter(page[place + 1]) else {
                place += 1
                continue
            }
            place += 1
            let name = word(&place)
            let attributes = attributes(&place)
            if name == "script" || name == "style" { skip(to: name, &place) }
            return Tag(name: name, attributes: attributes)
        }
        return nil
    }

    private func attributes(_ place: inout Int) -> [Attribute] {
        var found: [Attribute] = []
        while place < page.count, page[place] != UInt8(ascii: ">") {
            guard Self.isLetter(page[place]) else {
                place += 1
                continue
            }
            let name = word(&place)
            guard place + 1 < page.count, page[place] == UInt8(ascii: "="), page[place + 1] == UInt8(ascii: "\"") else { continue }
            let start = place + 2, end = page[start...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
            found.append(Attribute(name: name, range: start..<end))
            place = Swift.min(end + 1, page.count)
        }
        return found
    }

    private func word(_ place: inout Int) -> String {
        let start = place
        while place < page.count, Self.isLetter(page[place]) || page[place] == UInt8(ascii: "-") || Self.isDigit(page[place]) { place += 1 }
        return String(decoding: page[start..<place], as: UTF8.self).lowercased()
    }

    private func skip(to name: String, _ place: inout Int) {
        let end = Array("</\(name)".utf8)
        while place < page.count, !page[place...].starts(with: end) { place += 1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
