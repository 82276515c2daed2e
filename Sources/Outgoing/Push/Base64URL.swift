import Foundation

/// Base 64 with the URL-safe alphabet and no padding (RFC 4648 section 5), as browsers and push services write keys.
package enum Base64URL {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nil for any other text; padding is forgiven, since some write it.
    package static func bytes(_ text: String) -> [UInt8]? {
        let bare = text.hasSuffix("=") ? String(text.prefix { $0 != "=" }) : text
        guard bare.utf8.count % 4 != 1, !bare.utf8.contains(where: { "+/".utf8.contains($0) }) else { return nil }
        let plain = bare.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)).map { Array($0) }
    }
}
