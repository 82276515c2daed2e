import Foundation
import Testing

@testable import Campaign

@Suite struct WebSafeBase64Tests {
    @Test func `it is base 64 with letters that a link may hold, and nothing to fill up`() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 97 + count * 31) }
            let usual = Data(bytes).base64EncodedString().map { ["+": "-", "/": "_"][$0] ?? $0 }.filter { $0 != "=" }
            #expect(WebSafeBase64.text(of: bytes) == String(usual))
        }
    }
}
