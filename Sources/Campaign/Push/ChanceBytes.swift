/// 32 bytes that nobody guesses, out of a token of the world's.
package enum ChanceBytes {
    package static func bytes(in world: World) -> [UInt8] {
        let digits = Array(Digest.sha256(world.token()).utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
    }
}
