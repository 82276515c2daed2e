/// Where the bytes of an archive lie: in memory, or in a file that is not held whole.
package protocol ArchiveBytes: Sendable {
    var count: Int { get }
    /// The bytes of a range that lies in the archive; fewer when they cannot be had any more.
    func bytes(in range: Range<Int>) -> [UInt8]
}

extension [UInt8]: ArchiveBytes {
    package func bytes(in range: Range<Int>) -> [UInt8] { Array(self[range]) }
}

extension ArchiveBytes {
    /// All bytes of a range, or nil when some of them are not there.
    func whole(_ start: Int, _ length: Int) -> [UInt8]? {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
        let bytes = bytes(in: start..<start + length)
        return bytes.count == length ? bytes : nil
    }
}
