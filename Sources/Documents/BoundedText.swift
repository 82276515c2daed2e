/// How long a text is, and what is left of one that is too long, sign by sign as Unicode counts them: what a reader takes for one character may be
/// made of millions.
extension StringProtocol {
    package var signs: Int { unicodeScalars.count }

    /// So many signs at most.
    package func cut(to most: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(most))) }
}
