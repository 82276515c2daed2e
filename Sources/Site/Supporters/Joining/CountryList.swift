import Campaign
import Documents
import Foundation
import Synchronization

/// Every country that belongs to a region, by name; made once for each language, since sorting names costs more than showing them.
enum CountryList {
    typealias Entry = (country: Country, name: String)

    private static let made = Mutex<[Language: [Entry]]>([:])

    static func named(in language: Language) -> [Entry] {
        made.withLock { made in
            if let known = made[language] { return known }
            let list = sorted(in: language)
            made[language] = list
            return list
        }
    }

    private static func sorted(in language: Language) -> [Entry] {
        let locale = Locale(identifier: language.rawValue)
        let countries = Set(Locale.Region.isoRegions.compactMap { Country($0.identifier) }.filter { Region(of: $0) != nil })
        return countries.map { (country: $0, name: $0.name(in: language)) }.sorted {
            $0.name.compare($1.name, options: .diacriticInsensitive, range: nil, locale: locale) == .orderedAscending
        }
    }
}
