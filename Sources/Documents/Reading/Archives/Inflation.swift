import CZlib

/// Unpacks a deflated member to exactly the size that its entry declares, and never beyond.
enum Inflation {
    static func bytes(of packed: ArraySlice<UInt8>, size: Int) throws(ZipArchive.Refused) -> [UInt8] {
        var isWhole = false
        // one byte more than declared, so that a member that lies about its size is found out
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            packed.withUnsafeBufferPointer { input in
                var written = 0
                isWhole = czlib_inflate(input.baseAddress, input.count, buffer.baseAddress, size + 1, &written) == 1
                count = written
            }
        }
        guard isWhole, bytes.count == size else { throw .damaged }
        return bytes
    }
}
