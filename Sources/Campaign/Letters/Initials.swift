/// A name cut down to its first letters: "Rosa María Quispe" is "R. M. Q.".
package struct Initials: Sendable {
    package let text: String

    /// A hyphen inside a name stays: "Jean-Luc Petit" is "J.-L. P.". A name in a script without capitals gives its first letters as well.
    package init(of name: String) {
        text = name.split(whereSeparator: \.isWhitespace).compactMap(Self.initial).joined(separator: " ")
    }

    private static func initial(_ word: Substring) -> String? {
        let parts = word.split(separator: "-").compactMap { part in part.first { $0.isLetter }.map { "\($0.uppercased())." } }
        return parts.isEmpty ? nil : parts.joined(separator: "-")
    }
}
