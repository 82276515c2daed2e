import Foundation

/// A colour of a screen, as stylesheets write it: `#b3261e`.
package struct Colour: Sendable, Hashable, CustomStringConvertible {
    private let parts: [UInt8]

    package static let black = Colour(parts: [0, 0, 0])

    private init(parts: [UInt8]) { self.parts = parts }

    package init?(_ typed: String) {
        let text = typed.lowercased().filter { !$0.isWhitespace }, digits = text.utf8.dropFirst()
        guard text.first == "#", digits.count == 6, digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        parts = [UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }

    package var description: String { "#" + parts.map { String(format: "%02x", $0) }.joined() }

    /// How far one stands out from the other, from 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Colour) -> Double {
        let one = luminance + 0.05, other = other.luminance + 0.05
        return max(one, other) / min(one, other)
    }

    /// Relative luminance (WCAG 2.2).
    private var luminance: Double {
        let linear = parts.map { Double($0) / 255 }.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
