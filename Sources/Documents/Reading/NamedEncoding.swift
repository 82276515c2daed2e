import Foundation

/// Text in an encoding that a page or a mail names.
enum NamedEncoding {
    /// The text of the bytes, composed; nil for an encoding that is not read here. What is no letter becomes U+FFFD.
    static func text(of bytes: [UInt8], _ name: String) -> String? {
        let name = name.uppercased()
        guard !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name) else { return nil }
        guard name.utf8.count < 30, families.contains(where: name.hasPrefix) else { return nil }
        // the web reads Latin-1 as Windows-1252, and so did the programs that wrote it
        return converted(bytes, ["ISO-8859-1", "LATIN1"].contains(name) ? "WINDOWS-1252" : name)?.composed
    }

    /// Plain tables only: the stateful encodings of iconv had holes, and no known document uses them.
    private static let families = [
        "ISO-8859-", "WINDOWS-125", "CP125", "KOI8-", "LATIN1", "SHIFT_JIS", "EUC-JP", "EUC-KR", "GB2312", "GBK", "GB18030", "BIG5", "MACINTOSH",
    ]

    private static func converted(_ bytes: [UInt8], _ name: String) -> String? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes, output = [UInt8](repeating: 0, count: bytes.count * 4 + 16), place = 0, written = 0
        while place < input.count {
            let (read, made) = step(converter, &input, place, &output, written)
            place += read
            written += made
            guard place < input.count else { break }
            guard written + 3 <= output.count else { return nil }
            output.replaceSubrange(written..<written + 3, with: [0xEF, 0xBF, 0xBD])
            written += 3
            place += 1
        }
        return String(decoding: output[..<written], as: UTF8.self)
    }

    /// Converts up to the first bytes that are no letter; says how many were read and made.
    private static func step(
        _ converter: iconv_t, _ input: inout [UInt8], _ place: Int, _ output: inout [UInt8], _ written: Int
    ) -> (read: Int, made: Int) {
        var inputLeft = input.count - place, outputLeft = output.count - written
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress.map { ($0 + place).assumingMemoryBound(to: CChar.self) }
                var to = target.baseAddress.map { ($0 + written).assumingMemoryBound(to: CChar.self) }
                _ = iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        return (input.count - place - inputLeft, output.count - written - outputLeft)
    }
}
