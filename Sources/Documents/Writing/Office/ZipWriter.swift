import CZlib

/// Packs the parts of an office document into a zip archive (PKWARE APPNOTE 6.3, no zip64). Equal parts give equal bytes: no time is kept.
struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameter isPacked: OpenDocument wants its first part, the type, as it is.
    mutating func add(_ name: String, _ text: String, isPacked: Bool = true) {
        let plain = Array(text.utf8), member = Packed(plain)
        let content = isPacked ? member.deflated : plain, method = isPacked ? 8 : 0
        let name = Array(name.utf8)
        // version 2.0, names in UTF-8, 1 January 1980
        let common =
            Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(method, 2) + Self.little(0, 2) + Self.little(0x21, 2)
            + Self.little(member.checksum, 4) + Self.little(content.count, 4) + Self.little(plain.count, 4) + Self.little(name.count, 2)
        directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common + Self.little(0, 12) + Self.little(body.count, 4) + name
        body += Self.little(0x0403_4B50, 4) + common + Self.little(0, 2) + name + content
        count += 1
    }

    /// The whole archive.
    var bytes: [UInt8] {
        body + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(count, 2) + Self.little(count, 2)
            + Self.little(directory.count, 4) + Self.little(body.count, 4) + Self.little(0, 2)
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}

/// Bytes deflated, with their CRC-32. A gzip member is both behind a head of ten bytes (RFC 1952).
private struct Packed {
    let deflated: [UInt8]
    let checksum: Int

    init(_ bytes: [UInt8]) {
        let bound = czlib_gzip_bound(bytes.count)
        let member = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = bytes.withUnsafeBufferPointer { czlib_gzip($0.baseAddress, $0.count, buffer.baseAddress, bound, 9) }
        }
        deflated = Array(member.dropFirst(10).dropLast(8))
        checksum = member.suffix(8).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
