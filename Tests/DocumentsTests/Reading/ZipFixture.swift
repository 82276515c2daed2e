/// A zip archive of stored members, whose entries can be made to lie.
struct ZipFixture {
    private(set) var bytes: [UInt8] = []

    init(
        _ files: [String: String], declaredSize: Int? = nil, flags: Int = 0, method: Int = 0, offset: Int? = nil, crc: UInt32? = nil,
        isWide: Bool = false
    ) {
        self.init(
            packed: files.mapValues { Array($0.utf8) }, declaredSize: declaredSize, flags: flags, method: method, offset: offset, crc: crc,
            isWide: isWide)
    }

    /// `isWide` writes every number where zip64 keeps it.
    init(
        packed files: [String: [UInt8]], declaredSize: Int? = nil, flags: Int = 0, method: Int = 0, offset: Int? = nil, crc: UInt32? = nil,
        isWide: Bool = false
    ) {
        var directory: [UInt8] = []
        for (name, body) in files.sorted(by: { $0.key < $1.key }) {
            let place = bytes.count, size = declaredSize ?? body.count, sum = Int(crc ?? Self.crc32(body))
            let start = Self.little(20, 2) + Self.little(flags, 2) + Self.little(method, 2) + Self.little(0, 4) + Self.little(sum, 4)
            let sizes = Self.little(body.count, 4) + Self.little(size, 4), length = Self.little(name.utf8.count, 2)
            bytes += Self.little(0x0403_4B50, 4) + start + sizes + length + Self.little(0, 2) + Array(name.utf8) + body
            let wide = Self.little(1, 2) + Self.little(24, 2) + Self.little(size, 8) + Self.little(body.count, 8) + Self.little(offset ?? place, 8)
            let narrow = Self.little(offset ?? place, 4)
            directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + start + (isWide ? Self.little(-1, 8) : sizes) + length
            directory += Self.little(isWide ? wide.count : 0, 2) + Self.little(0, 10) + (isWide ? Self.little(-1, 4) : narrow) + Array(name.utf8)
            directory += isWide ? wide : []
        }
        let place = bytes.count
        bytes += directory + (isWide ? Self.wideEnd(files.count, directory: place, length: directory.count) : [])
        let end = Self.little(files.count, 2) + Self.little(files.count, 2) + Self.little(directory.count, 4) + Self.little(isWide ? -1 : place, 4)
        bytes += Self.little(0x0605_4B50, 4) + Self.little(0, 4) + end + Self.little(0, 2)
    }

    private static func wideEnd(_ count: Int, directory: Int, length: Int) -> [UInt8] {
        let record =
            little(0x0606_4B50, 4) + little(44, 8) + little(0, 12) + little(count, 8) + little(count, 8) + little(length, 8) + little(directory, 8)
        return record + little(0x0706_4B50, 4) + little(0, 4) + little(directory + length, 8) + little(1, 4)
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) } }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
