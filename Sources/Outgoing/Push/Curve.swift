import COpenSSL

/// The curve P-256 of libcrypto, with the scratch memory of one calculation.
struct Curve {
    private let group: OpaquePointer
    private let scratch: OpaquePointer

    /// Nil also when there is no memory for it.
    static func with<T>(_ body: (Curve) throws -> T?) rethrows -> T? {
        guard let group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1) else { return nil }
        defer { EC_GROUP_free(group) }
        guard let scratch = BN_CTX_secure_new() else { return nil }
        defer { BN_CTX_free(scratch) }
        return try body(Curve(group: group, scratch: scratch))
    }

    /// The bytes as given when they are a point of the curve.
    func point(_ bytes: [UInt8]) -> [UInt8]? {
        withPoint(bytes) { _ in bytes }
    }

    /// A private key's public key.
    func publicKey(_ secret: [UInt8]) -> [UInt8]? {
        withScalar(secret) { scalar in
            withNewPoint { EC_POINT_mul(group, $0, scalar, nil, nil, scratch) == 1 ? bytes(of: $0) : nil }
        }
    }

    /// The secret that both sides can calculate: the x coordinate of the product (NIST SP 800-56A section 5.7.1.2).
    func shared(_ secret: [UInt8], with peer: [UInt8]) -> [UInt8]? {
        withScalar(secret) { scalar in
            withPoint(peer) { peer in
                withNewPoint { product in
                    guard EC_POINT_mul(group, product, nil, peer, scalar, scratch) == 1, EC_POINT_is_at_infinity(group, product) == 0 else {
                        return nil
                    }
                    return bytes(of: product).map { Array($0[1...32]) }
                }
            }
        }
    }

    private func bytes(of point: OpaquePointer) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65)
        return EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, 65, scratch) == 65 ? bytes : nil
    }

    private func withNewPoint<T>(_ body: (OpaquePointer) -> T?) -> T? {
        guard let point = EC_POINT_new(group) else { return nil }
        defer { EC_POINT_clear_free(point) }
        return body(point)
    }

    private func withPoint<T>(_ bytes: [UInt8], _ body: (OpaquePointer) -> T?) -> T? {
        withNewPoint { EC_POINT_oct2point(group, $0, bytes, bytes.count, scratch) == 1 ? body($0) : nil }
    }

    /// A private key is a number from 1 to the order of the curve less one.
    private func withScalar<T>(_ secret: [UInt8], _ body: (OpaquePointer) -> T?) -> T? {
        guard let scalar = BN_bin2bn(secret, Int32(secret.count), nil) else { return nil }
        defer { BN_clear_free(scalar) }
        guard BN_is_zero(scalar) == 0, let order = EC_GROUP_get0_order(group), BN_cmp(scalar, order) < 0 else { return nil }
        return body(scalar)
    }
}
