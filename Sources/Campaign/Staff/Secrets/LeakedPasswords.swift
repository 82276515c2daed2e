import COpenSSL
import Foundation

/// A list of leaked passwords on the server's own disk: a SHA-1 in hexadecimal at the beginning of each line, in their order, as Have I Been Pwned
/// gives its list out. It is looked into and never read whole, and nobody is asked over the network.
package struct LeakedPasswords: Sendable {
    package let path: String
    private static let letters = 40, longestLine = 256

    /// Nil for what is no such list, or cannot be read.
    package init?(path: String) {
        self.path = path
        guard let file = File(path), file.hash(at: 0) != nil else { return nil }
    }

    /// Nil when the list cannot be read any more.
    package func holds(_ password: String) -> Bool? {
        guard let file = File(path), let wanted = Self.hash(of: password) else { return nil }
        // the line is one of those that begin from `low` up to `high`
        var low = 0, high = file.size
        while low < high {
            let middle = (low + high) / 2
            guard let start = file.line(from: middle) else { return nil }
            guard start < high else {
                high = middle
                continue
            }
            guard let found = file.hash(at: start) else { return nil }
            if found == wanted { return true }
            if found.lexicographicallyPrecedes(wanted) { low = start + 1 } else { high = middle }
        }
        return false
    }

    /// In capitals, as bytes of ASCII.
    private static func hash(of password: String) -> [UInt8]? {
        let bytes = Array(password.utf8)
        var hash = [UInt8](repeating: 0, count: letters / 2), length: UInt32 = 0
        guard EVP_Digest(bytes, bytes.count, &hash, &length, EVP_sha1(), nil) == 1 else { return nil }
        let digits = Array("0123456789ABCDEF".utf8)
        return hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    /// The open list. Closed when nothing holds it any more.
    private final class File {
        private let number: CInt
        let size: Int

        init?(_ path: String) {
            number = open(path, O_RDONLY | O_CLOEXEC)
            guard number >= 0 else { return nil }
            size = Int(lseek(number, 0, SEEK_END))
        }

        deinit { if number >= 0 { close(number) } }

        /// Where the first line begins that begins there or later; the size where none does, nil for what has no lines.
        func line(from place: Int) -> Int? {
            guard place > 0 else { return 0 }
            let bytes = bytes(LeakedPasswords.longestLine, at: place - 1)
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { return place + end }
            return place - 1 + bytes.count == size ? size : nil
        }

        /// In capitals; nil where no hash stands.
        func hash(at place: Int) -> [UInt8]? {
            let bytes = bytes(LeakedPasswords.letters + 1, at: place)
            guard bytes.count == LeakedPasswords.letters || bytes.count > LeakedPasswords.letters && [0x3A, 0x0D, 0x0A].contains(bytes[40]) else {
                return nil
            }
            let hash = bytes.prefix(LeakedPasswords.letters).map { (0x61...0x66).contains($0) ? $0 - 0x20 : $0 }
            return hash.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) } ? hash : nil
        }

        private func bytes(_ count: Int, at place: Int) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
                read = max(0, pread(number, buffer.baseAddress, count, place))
            }
        }
    }
}
