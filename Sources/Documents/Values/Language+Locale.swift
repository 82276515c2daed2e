package import Foundation

extension Language {
    /// The script of the tag with its capital: "Hans" of "zh-Hans".
    package var script: String? {
        let parts = rawValue.split(whereSeparator: { $0 == "-" || $0 == "_" }).dropFirst()
        return parts.first { $0.utf8.count == 4 && $0.allSatisfy(\.isLetter) }.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    }

    /// The locale data by which days, numbers and names are written in this language, as in `country`.
    ///
    /// Figures are 0 to 9 in every language. References, index codes, phone numbers and what cases quote are printed so, and a number has
    /// to look the same on the page, in the letter and on the envelope.
    package func locale(in country: String? = nil) -> Locale {
        let parts = [primary, script, country ?? region].compactMap { $0 }
        return Locale(identifier: parts.joined(separator: "_") + "@numbers=latn")
    }
}
