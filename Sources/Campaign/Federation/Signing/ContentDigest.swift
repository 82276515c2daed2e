import Foundation

/// The field that binds a body to the signature of its header (RFC 9530), by SHA-256.
package enum ContentDigest {
    /// `sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:`
    package static func field(of body: [UInt8]) -> String {
        "sha-256=:\(Data(Digest.bytes(of: body)).base64EncodedString()):"
    }

    /// Whether a field speaks of this body. Other digests beside ours are passed over.
    package static func holds(_ field: String, of body: [UInt8]) -> Bool {
        let own = self.field(of: body)
        return field.split(separator: ",").contains { $0.trimmingPrefix(" ") == own }
    }
}
