import Foundation

/// A country or territory by its ISO 3166-1 alpha-2 code.
package struct Country: RawRepresentable, Hashable, Codable, Sendable {
    package let rawValue: String

    /// The country of a two-letter code, in any case.
    package init?(rawValue: String) {
        let code = rawValue.uppercased()
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        self.rawValue = code
    }

    package init?(_ code: String) {
        self.init(rawValue: code)
    }
}

extension Country {
    package var code: String { rawValue }

    /// The country's name in `language`, as the locale data of the system has it; the code where it has none. China is China: the locale data
    /// says "China mainland", to tell it from Hong Kong.
    package func name(in language: Language) -> String {
        if rawValue == "CN", let own = PostalCountry.ownName(of: self, in: language) { return own }
        return Locale(identifier: language.rawValue).localizedString(forRegionCode: rawValue) ?? rawValue
    }
}

extension Country: CustomStringConvertible {
    package var description: String { rawValue }
}
