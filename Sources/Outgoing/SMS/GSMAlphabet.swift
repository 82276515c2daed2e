/// The letters that a text message carries in seven bits (3GPP TS 23.038 section 6.2.1, known as GSM 03.38).
enum GSMAlphabet {
    private static let plain = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    /// Section 6.2.1.1: each of these takes two places, an escape and itself.
    private static let escaped = Set("\u{C}^{}\\[~]|€".unicodeScalars)

    /// How many places a letter takes; nil when it has none in this alphabet.
    static func places(_ letter: Unicode.Scalar) -> Int? {
        if plain.contains(letter) { return 1 }
        return escaped.contains(letter) ? 2 : nil
    }

    static func holds(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { places($0) != nil }
    }
}
