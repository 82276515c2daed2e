/// The direction a line is read in, by its first letter that has one (Unicode Standard Annex 9, P2 and P3).
enum TextDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    init(_ text: String) {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
        self = first.map(Self.isRightToLeft) ?? false ? .rightToLeft : .leftToRight
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
