import Foundation

/// An address that ends with the name of a country: the country, and the lines without it.
///
///     CountryLineEnd(["Jr. Lampa 545", "Lima, Perú"])?.lines   // ["Jr. Lampa 545", "Lima"]
struct CountryLineEnd {
    let country: Country
    let lines: [String]

    /// - Parameter expected: only this country counts, since a town may bear another's name; nil: any.
    init?(_ lines: [String], in expected: Country? = nil) {
        guard let last = lines.last else { return nil }
        if let country = Self.country(last, expected) {
            guard !Self.isTown(last, of: country, among: lines.dropLast()) else { return nil }
            self.country = country
            self.lines = lines.dropLast()
        } else if let comma = last.lastIndex(where: { ",،，".contains($0) }), comma != last.startIndex,
            let country = Self.country(last[last.index(after: comma)...], expected)
        {
            let before = last[..<comma].trimmingCharacters(in: .whitespaces)
            guard !Self.isTown(last[last.index(after: comma)...], of: country, among: lines.dropLast() + [before]) else { return nil }
            self.country = country
            self.lines = lines.dropLast() + [before]
        } else {
            return nil
        }
    }

    private static func country(_ text: some StringProtocol, _ expected: Country?) -> Country? {
        guard let countries = names[folded(text)] else { return nil }
        if let expected { return countries.contains(expected) ? expected : nil }
        return countries.count == 1 ? countries.first : nil
    }

    /// Where town and country share a name ("Guatemala", "الجزائر"), one that stands alone and not in capitals is the town's.
    private static func isTown(_ text: some StringProtocol, of country: Country, among others: [String]) -> Bool {
        guard namesakes.contains(country) else { return false }
        let isShouted = text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
        return !isShouted && !others.contains { folded($0).contains(folded(text)) }
    }

    /// Capitals that bear the country's name, in one language or another.
    private static let namesakes: Set<Country> = Set(
        ["AD", "DJ", "DZ", "GT", "KW", "LU", "MC", "MX", "PA", "SG", "SM", "SV", "TN", "VA"].compactMap { Country($0) })

    private static func folded(_ text: some StringProtocol) -> String {
        Folding.words(String(text)).joined(separator: " ")
    }

    /// Every name we know: those of the locale data in languages in which addresses are printed, those of the posts, and the archive's.
    private static let names: [String: Set<Country>] = {
        var names: [String: Set<Country>] = [:]
        func add(_ name: String, _ country: Country) {
            let key = folded(name)
            if !key.isEmpty { names[key, default: []].insert(country) }
        }
        for row in TableFile("Countries/aliases.tsv").rows where row.count >= 3 && row[0] == "name" {
            guard let country = Country(row[1]) else { continue }
            for name in row[2].split(separator: "|") { add(String(name), country) }
        }
        for row in TableFile("Addresses/country-lines.tsv").rows.dropFirst() {
            guard let country = Country(row[0]) else { continue }
            for name in row.dropFirst() { add(name, country) }
        }
        let countries = Locale.Region.isoRegions.compactMap { Country($0.identifier) }.filter { $0.code != "ZZ" }
        for language in languages {
            let locale = Locale(identifier: language)
            for country in countries {
                guard let name = locale.localizedString(forRegionCode: country.code), name != country.code else { continue }
                add(name, country)
                if let bracket = name.firstIndex(of: "("), bracket != name.startIndex { add(String(name[..<bracket]), country) }
            }
        }
        return names
    }()

    private static let languages = [
        "en", "es", "fr", "de", "it", "nl", "pt", "ar", "fa", "tr", "ru", "uk", "zh-Hans", "zh-Hant", "am", "he", "ja", "ko", "pl", "sv", "da", "nb",
        "fi", "cs", "ro", "hu", "el", "vi", "th", "id", "ms", "my", "km", "bn", "hi", "ur", "si", "ta", "ne", "sw", "be", "kk", "az", "ka", "hy",
        "uz",
        "ky", "tg", "tk", "bg", "sr", "hr", "sq", "mk",
    ]
}
