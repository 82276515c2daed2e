/// What authenticators write of CBOR (RFC 8949, CTAP2 canonical form): definite lengths, each number in its shortest form, texts as keys or
/// numbers, and neither tags nor fractions.
indirect enum CBOR: Equatable, Sendable {
    case number(Int64)
    case bytes([UInt8])
    case text(String)
    case list([CBOR])
    case map([Entry])
    case flag(Bool)
    case nothing

    struct Entry: Equatable, Sendable {
        let key: CBOR
        let value: CBOR
    }

    /// Bytes that are no such value.
    struct Malformed: Error, Equatable {
        let place: Int
    }

    /// The value under a key of a map.
    subscript(key: CBOR) -> CBOR? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// One value, and nothing after it.
    init(_ bytes: [UInt8]) throws(Malformed) {
        var reading = CBORReading(bytes)
        self = try reading.value()
        guard reading.isAtEnd else { throw Malformed(place: reading.place) }
    }
}

/// Reads values one after the other. No input makes it deep or long: it stops at eight levels and a thousand values.
struct CBORReading {
    private static let deepest = 8, most = 1_000

    private let bytes: [UInt8]
    private(set) var place = 0
    private var count = 0

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    var isAtEnd: Bool { place >= bytes.count }

    mutating func value(depth: Int = 0) throws(CBOR.Malformed) -> CBOR {
        count += 1
        guard depth < Self.deepest, count <= Self.most else { throw CBOR.Malformed(place: place) }
        let first = try byte(), kind = first >> 5, low = first & 31
        guard kind != 7 else { return try simple(low) }
        let length = try argument(low)
        switch kind {
        case 0: return .number(try signed(length))
        case 1: return .number(-1 - (try signed(length)))
        case 2: return .bytes(try piece(length))
        case 3:
            let letters = try piece(length)
            guard let text = String(validating: letters, as: UTF8.self) else { throw CBOR.Malformed(place: place) }
            return .text(text)
        case 4: return .list(try values(length, depth))
        case 5: return .map(try entries(length, depth))
        default: throw CBOR.Malformed(place: place)
        }
    }

    private mutating func values(_ length: UInt64, _ depth: Int) throws(CBOR.Malformed) -> [CBOR] {
        var values: [CBOR] = []
        for _ in 0..<(try bounded(length)) { values.append(try value(depth: depth + 1)) }
        return values
    }

    private mutating func entries(_ length: UInt64, _ depth: Int) throws(CBOR.Malformed) -> [CBOR.Entry] {
        var entries: [CBOR.Entry] = []
        for _ in 0..<(try bounded(length)) {
            let key = try value(depth: depth + 1)
            switch key {
            case .number, .text: break
            default: throw CBOR.Malformed(place: place)
            }
            guard !entries.contains(where: { $0.key == key }) else { throw CBOR.Malformed(place: place) }
            entries.append(CBOR.Entry(key: key, value: try value(depth: depth + 1)))
        }
        return entries
    }

    /// A number of values: each takes a byte at least, so that no length asks for more than there is.
    private func bounded(_ length: UInt64) throws(CBOR.Malformed) -> Int {
        guard length <= UInt64(bytes.count - place), length <= UInt64(Self.most) else { throw CBOR.Malformed(place: place) }
        return Int(length)
    }

    private func simple(_ low: UInt8) throws(CBOR.Malformed) -> CBOR {
        switch low {
        case 20: return .flag(false)
        case 21: return .flag(true)
        case 22: return .nothing
        default: throw CBOR.Malformed(place: place)
        }
    }

    /// RFC 8949 section 3, the shortest form alone (section 4.2.1).
    private mutating func argument(_ low: UInt8) throws(CBOR.Malformed) -> UInt64 {
        guard low >= 24 else { return UInt64(low) }
        guard low <= 27 else { throw CBOR.Malformed(place: place) }
        let width = 1 << Int(low - 24)
        var number: UInt64 = 0
        for _ in 0..<width { number = number << 8 | UInt64(try byte()) }
        let least: UInt64 = width == 1 ? 24 : 1 << UInt64(8 * width / 2)
        guard number >= least else { throw CBOR.Malformed(place: place) }
        return number
    }

    private func signed(_ number: UInt64) throws(CBOR.Malformed) -> Int64 {
        guard let signed = Int64(exactly: number) else { throw CBOR.Malformed(place: place) }
        return signed
    }

    private mutating func byte() throws(CBOR.Malformed) -> UInt8 {
        guard place < bytes.count else { throw CBOR.Malformed(place: place) }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func piece(_ length: UInt64) throws(CBOR.Malformed) -> [UInt8] {
        guard length <= UInt64(bytes.count - place) else { throw CBOR.Malformed(place: place) }
        let end = place + Int(length)
        defer { place = end }
        return Array(bytes[place..<end])
    }
}
