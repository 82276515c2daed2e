import Foundation

/// A message as SMTP carries it: a full stop at the start of a line doubled, and a line of one full stop at the end (RFC 5321 section 4.5.2).
struct SMTPText {
    private let message: [UInt8]

    init(_ message: [UInt8]) { self.message = message }

    /// Puts it behind what is there.
    func write(to bytes: inout [UInt8]) {
        var rest = message[...]
        while let place = Self.stop(in: rest) {
            bytes += rest[...place]
            bytes.append(UInt8(ascii: "."))
            rest = rest[(place + 1)...]
        }
        bytes += rest
        if !message.suffix(2).elementsEqual([0x0D, 0x0A]) { bytes += [0x0D, 0x0A] }
        bytes += [UInt8(ascii: "."), 0x0D, 0x0A]
    }

    /// The first full stop that begins a line.
    private static func stop(in rest: ArraySlice<UInt8>) -> Int? {
        if rest.startIndex == 0, rest.first == UInt8(ascii: ".") { return 0 }
        return rest.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var place = 1
            while place < bytes.count, let found = memchr(start + place, CInt(UInt8(ascii: ".")), bytes.count - place) {
                place = UnsafeRawPointer(found) - start
                if bytes[place - 1] == 0x0A { return rest.startIndex + place }
                place += 1
            }
            return nil
        }
    }
}
