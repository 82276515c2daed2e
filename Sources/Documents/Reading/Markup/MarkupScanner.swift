/// Reads one tag at a place: its name in small letters and the few attributes that matter.
struct MarkupScanner {
    struct Tag {
        var name = ""
        var isClosing = false
        var attributes: [(name: String, value: String)] = []
        /// The place after it.
        var end = 0
    }

    private let source: [UInt8]
    private var place: Int

    init(_ source: [UInt8], _ place: Int) {
        self.source = source
        self.place = place + 1
    }

    func tag() -> Tag {
        var scanner = self
        var tag = Tag()
        if source.at(scanner.place) == 0x2F {
            tag.isClosing = true
            scanner.place += 1
        }
        tag.name = scanner.name()
        while let attribute = scanner.attribute() {
            if let value = attribute.value, tag.attributes.count < 10 { tag.attributes.append((attribute.name, value)) }
        }
        tag.end = min(scanner.place + 1, source.count)
        return tag
    }

    private mutating func name() -> String {
        let start = place
        while let byte = source.at(place), byte != 0x3E, byte != 0x2F, byte != 0x3D, !Self.isBlank(byte) { place += 1 }
        return place - start > 40 ? "" : String(decoding: source[start..<place], as: UTF8.self).lowercased()
    }

    /// The next attribute, its value only where it matters; nil at the end of the tag.
    private mutating func attribute() -> (name: String, value: String?)? {
        while let byte = source.at(place), Self.isBlank(byte) || byte == 0x2F || byte == 0x3D { place += 1 }
        guard let byte = source.at(place), byte != 0x3E else { return nil }
        let name = name(), isKept = MarkupTag.attributes.contains(name)
        while let byte = source.at(place), Self.isBlank(byte) { place += 1 }
        guard source.at(place) == 0x3D else { return (name, isKept ? "" : nil) }
        place += 1
        while let byte = source.at(place), Self.isBlank(byte) { place += 1 }
        let range = value()
        return (name, isKept ? Self.text(source[range]) : nil)
    }

    /// Where the value is.
    private mutating func value() -> Range<Int> {
        let start: Int, end: Int
        if let quote = source.at(place), quote == 0x22 || quote == 0x27 {
            start = place + 1
            end = source[start...].firstIndex(of: quote) ?? source.count
            place = min(end + 1, source.count)
        } else {
            start = place
            while let byte = source.at(place), byte != 0x3E, !Self.isBlank(byte) { place += 1 }
            end = place
        }
        return start..<end
    }

    /// A value of up to 500 bytes; quotation marks in it are written so that they end nothing.
    private static func text(_ value: ArraySlice<UInt8>) -> String {
        String(decoding: value.prefix(500).flatMap { $0 == 0x22 ? Array("&quot;".utf8) : [$0] }, as: UTF8.self)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension [UInt8] {
    func at(_ place: Int) -> UInt8? { place < count ? self[place] : nil }

    func place(of wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, count >= wanted.count, start <= count - wanted.count else { return nil }
        return (start...count - wanted.count).first { self[$0] == first && self[$0...].starts(with: wanted) }
    }

    /// Where "</name" stands, in letters of either size.
    func closing(of name: [UInt8], from start: Int) -> Int? {
        let length = name.count + 2
        guard count >= length, start <= count - length else { return nil }
        return (start...count - length).first { place in
            self[place] == 0x3C && self[place + 1] == 0x2F && zip(self[(place + 2)...], name).allSatisfy { $0 | 0x20 == $1 }
        }
    }
}
