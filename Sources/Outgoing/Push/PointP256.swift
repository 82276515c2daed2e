import COpenSSL

/// A public key on the curve P-256, uncompressed: 04, x, y (SEC 1 section 2.3.3).
package struct PointP256: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil unless it is 65 bytes that are a point of the curve.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 65, bytes[0] == 4, Curve.with({ $0.point(bytes) != nil }) == true else { return nil }
        self.bytes = bytes
    }

    init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }
}
