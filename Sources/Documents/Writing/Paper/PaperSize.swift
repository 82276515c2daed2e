/// The sheet a document is laid out for.
package enum PaperSize: String, Hashable, Sendable, CaseIterable {
    case a4, letter
}

extension PaperSize {
    /// The sheet that is usual in a country, by its ISO 3166 code: Letter in the United States and Canada, else A4.
    package static func usual(in country: String?) -> PaperSize {
        ["US", "CA"].contains(country?.uppercased()) ? .letter : .a4
    }

    /// Millimetres, upright: ISO 216 A4, ANSI A.
    package var width: Double { self == .a4 ? 210 : 215.9 }
    package var height: Double { self == .a4 ? 297 : 279.4 }
}
