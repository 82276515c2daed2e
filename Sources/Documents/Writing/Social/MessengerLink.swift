/// A messenger in which an official takes messages.
package enum Messenger: String, Hashable, Sendable, CaseIterable {
    case whatsapp, telegram, signal

    package var name: String {
        switch self {
        case .whatsapp: "WhatsApp"
        case .telegram: "Telegram"
        case .signal: "Signal"
        }
    }

    /// The conversation with whom `place` names, the text ready in it where the messenger allows that; nil when the place cannot be read.
    ///
    /// - Parameter place: as printed: "https://wa.me/254201234567", "+254 20 1234567", "@office", "https://t.me/office".
    package func link(to place: String, text: String) -> String? {
        switch self {
        case .whatsapp: PhoneNumber(international: place).map { "https://wa.me/\($0.digits)?text=" + PercentEncoding.encoded(text) }
        case .telegram: Self.handle(place).map { "https://t.me/\($0)?text=" + PercentEncoding.encoded(text) }
        // Signal's addresses take no text.
        case .signal: PhoneNumber(international: place).map { "https://signal.me/#p/+\($0.digits)" }
        }
    }

    package var takesText: Bool { self != .signal }

    private static func handle(_ place: String) -> String? {
        let last = place.split { "/@ :".contains($0) }.last.map(String.init) ?? ""
        return last.utf8.count >= 4 && last.utf8.allSatisfy(isHandleByte) ? last : nil
    }

    private static func isHandleByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}
