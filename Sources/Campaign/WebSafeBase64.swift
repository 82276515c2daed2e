import Foundation

/// Base 64 with the URL-safe alphabet and no padding (RFC 4648 section 5).
enum WebSafeBase64 {
    static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
