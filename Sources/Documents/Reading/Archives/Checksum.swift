import CZlib

/// The sum by which a zip archive knows that a member came through whole.
enum Checksum {
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { czlib_crc32($0.baseAddress, $0.count) }
    }
}
