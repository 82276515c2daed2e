/// A file of words as somebody laid it out: words can be changed and added, and every other byte stays.
///
/// The text must be a JSON object, as `JSONDecoder` accepts it.
struct WordFile {
    /// One key with what stands under it, and what lies between it and the one above.
    private struct Member {
        let key: String
        var above: String
        /// From the key's quote to the colon and the spaces behind it.
        var name: String
        var value: String
    }

    private var members: [Member] = []
    private let end: String

    init(_ json: String) {
        let bytes = Array(json.utf8)
        var reader = MemberReader(bytes: bytes), last = 0
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        while let (key, value) = reader.next() {
            let name = text(key.lowerBound + 1..<key.upperBound - 1)
            members.append(Member(key: name, above: text(last..<key.lowerBound), name: text(key.lowerBound..<value.lowerBound), value: text(value)))
            last = value.upperBound
        }
        end = text(last..<bytes.count)
    }

    var text: String {
        guard !members.isEmpty else { return end }
        return members.map { $0.above + $0.name + $0.value }.joined() + end
    }

    /// Puts a value in JSON under a key. A key that is new goes below the one that stands before it in `groups`, or above the next of its group.
    mutating func put(_ value: String, under key: String, in groups: [[String]]) {
        if let place = members.firstIndex(where: { $0.key == key }) {
            members[place].value = value
            return
        }
        var new = Member(key: key, above: ",\n  ", name: "\"\(key)\": ", value: value)
        let group = groups.firstIndex { $0.contains(key) } ?? groups.endIndex, own = group < groups.endIndex ? groups[group] : []
        let place = own.firstIndex(of: key) ?? 0, before = Set(own[..<place]), after = Set(own.dropFirst(place + 1))
        if let above = members.lastIndex(where: { before.contains($0.key) }) {
            members.insert(new, at: above + 1)
        } else if let below = members.firstIndex(where: { after.contains($0.key) }) {
            new.above = members[below].above
            members[below].above = ",\n  "
            members.insert(new, at: below)
        } else {
            begin(new, behind: Set(groups[..<group].joined()))
        }
    }

    /// A group of its own, as a blank line parts it, behind the groups that come before it.
    private mutating func begin(_ new: Member, behind keys: Set<String>) {
        var new = new
        if let above = members.lastIndex(where: { keys.contains($0.key) }) {
            new.above = ",\n\n  "
            members.insert(new, at: above + 1)
        } else if let first = members.first {
            new.above = first.above
            members[0].above = ",\n\n  "
            members.insert(new, at: 0)
        } else {
            self = WordFile("{\n  \(new.name)\(new.value)\n}\n")
        }
    }
}

/// Where the members of a JSON object stand, one after the other.
private struct MemberReader {
    let bytes: [UInt8]
    private var place: Int

    init(bytes: [UInt8]) {
        self.bytes = bytes
        place = (bytes.firstIndex(of: UInt8(ascii: "{")) ?? bytes.count) + 1
    }

    /// The key with its quotes, and the value without the spaces behind it; nil behind the last.
    mutating func next() -> (key: Range<Int>, value: Range<Int>)? {
        guard let start = bytes[min(place, bytes.count)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let key = start..<string(from: start)
        guard let colon = bytes[key.upperBound...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let from = bytes[(colon + 1)...].firstIndex { !Self.isSpace($0) } ?? bytes.count
        place = value(from: from)
        return (key, from..<place)
    }

    /// Where the value ends that begins there.
    private func value(from start: Int) -> Int {
        var place = start, depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place = string(from: place) - 1
                if depth == 0 { return place + 1 }
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return place
    }

    /// Where the string ends that begins with the quote there.
    private func string(from quote: Int) -> Int {
        var place = quote + 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(place + 1, bytes.count)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
