/// A number with its country code, at most 15 digits (E.164).
package struct PhoneNumber: Hashable, Sendable {
    /// Country code and number, nothing else.
    package let digits: String

    /// Reads "+216 00 000 901" or "00216 00 000 901"; nil for a number without country code, which would reach somebody else abroad.
    ///
    /// A "(0)" that is dialled at home only is left out. A second number on the line, or an extension, makes the place unreadable.
    package init?(_ printed: String) {
        let text = printed.trimmingBlanks.replacing("(0)", with: "")
        let isInternational = text.hasPrefix("+") || text.hasPrefix("00")
        guard isInternational, text.dropFirst().allSatisfy({ ($0.isASCII && $0.isNumber) || " -.()\u{A0}".contains($0) }) else {
            return nil
        }
        let digits = text.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
        guard (7...15).contains(digits.count) else { return nil }
        self.digits = String(digits)
    }

    /// The number within an address or behind a word: "https://wa.me/254201234567", "WhatsApp: +254 20 1234567".
    init?(international place: String) {
        let digits = place.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
        let isMarked = place.contains("+") || place.contains("wa.me/") || place.trimmingBlanks.hasPrefix("00")
        guard isMarked, (7...15).contains(digits.count) else { return nil }
        self.digits = String(digits)
    }

    /// The address that dials it (RFC 3966 section 5.1.4): "tel:+21600000901".
    package var link: String { "tel:+" + digits }
}
