/// A name for bytes: equal bytes have equal names, other bytes in practice another one (FNV-1a of 128 bits).
///
/// Not a cryptographic hash: it names our own pages and files, nobody gains by forging one.
struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    let value: UInt128

    init(_ bytes: some Sequence<UInt8>) {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        value = hash
    }

    /// 25 characters or fewer, fit for addresses and header fields.
    var description: String { String(value, radix: 36) }
}
