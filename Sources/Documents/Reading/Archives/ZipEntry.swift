/// One entry of the list at the end of a zip archive.
struct ZipEntry {
    let member: ZipArchive.Member
    /// How many bytes the entry has.
    let length: Int

    /// Nil when there is no entry at that place.
    init?(_ bytes: [UInt8], at place: Int) {
        guard bytes.little(place, 4) == 0x0201_4B50, let flags = bytes.little(place + 8, 2), let method = bytes.little(place + 10, 2),
            let crc = bytes.little(place + 16, 4), let packed = bytes.little(place + 20, 4), let size = bytes.little(place + 24, 4),
            let name = bytes.little(place + 28, 2), let extra = bytes.little(place + 30, 2), let remark = bytes.little(place + 32, 2),
            let offset = bytes.little(place + 42, 4), place + 46 + name + extra <= bytes.count
        else { return nil }
        let fields = bytes[place + 46 + name..<place + 46 + name + extra]
        guard let wide = Self.widened([size, packed, offset], by: Array(fields)) else { return nil }
        member = ZipArchive.Member(
            name: String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self), size: wide[0], packedSize: wide[1],
            isEncrypted: flags & 1 == 1, method: method, offset: wide[2], crc: UInt32(crc)
        )
        length = 46 + name + extra + remark
    }

    /// The numbers that do not fit their four bytes, from the extra field of zip64, where they stand in this order.
    private static func widened(_ numbers: [Int], by extra: [UInt8]) -> [Int]? {
        guard numbers.contains(0xFFFF_FFFF) else { return numbers }
        var place = 0
        while let kind = extra.little(place, 2), let length = extra.little(place + 2, 2) {
            guard kind != 1 else { return widened(numbers, by: extra, from: place + 4) }
            place += 4 + length
        }
        return numbers
    }

    private static func widened(_ numbers: [Int], by extra: [UInt8], from start: Int) -> [Int]? {
        var place = start, wide: [Int] = []
        for number in numbers {
            guard number == 0xFFFF_FFFF else { wide.append(number); continue }
            guard let number = extra.little(place, 8) else { return nil }
            wide.append(number)
            place += 8
        }
        return wide
    }
}

extension [UInt8] {
    /// A number of so many bytes, the lowest first; nil beyond the end, and for one that no file has bytes for.
    func little(_ place: Int, _ width: Int) -> Int? {
        guard place >= 0, place <= count - width else { return nil }
        let number = (0..<width).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
        return (0..<1 << 56).contains(number) ? number : nil
    }
}
