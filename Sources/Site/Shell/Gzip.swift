import CZlib

/// The gzip coding of bytes, made once where they are kept, never per request.
enum Gzip {
    /// Nil when it would not be shorter.
    static func pack(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        let packed = [UInt8](unsafeUninitializedCapacity: czlib_gzip_bound(bytes.count)) { room, count in
            count = czlib_gzip(bytes, bytes.count, room.baseAddress, room.count, level)
        }
        return packed.isEmpty || packed.count >= bytes.count ? nil : packed
    }
}
