import Foundation

/// A country as the last line of an address names it.
struct PostalCountry: Sendable {
    let country: Country

    init(_ country: Country) {
        self.country = country
    }

    /// The name in capitals in a language: what the posts write where the locale data has a name that sorters do not use
    /// ("Congo - Kinshasa"), else the locale data's without what stands in brackets.
    func line(in language: Language) -> String {
        let name = Self.ownName(of: country, in: language) ?? Self.plain(country.name(in: language))
        return name.uppercased(with: Locale(identifier: language.rawValue))
    }

    /// The name that the posts write, where the locale data's would not do.
    static func ownName(of country: Country, in language: Language) -> String? { own[language.primary]?[country] }

    /// "Myanmar (Burma)" without its second name.
    private static func plain(_ name: String) -> String {
        guard let bracket = name.firstIndex(where: { "(（".contains($0) }), bracket != name.startIndex else { return name }
        return name[..<bracket].trimmingCharacters(in: .whitespaces)
    }

    /// Names by language from `Resources/Addresses/country-lines.tsv`, whose first row names the languages.
    private static let own: [String: [Country: String]] = {
        let rows = TableFile("Addresses/country-lines.tsv").rows
        guard let languages = rows.first?.dropFirst() else { return [:] }
        var names: [String: [Country: String]] = [:]
        for row in rows.dropFirst() {
            guard let country = Country(row[0]) else { continue }
            for (language, name) in zip(languages, row.dropFirst()) where !name.isEmpty { names[language, default: [:]][country] = name }
        }
        return names
    }()
}
