package import Documents
import Foundation
import Storage

/// A part of the world, as the index codes of documents divide it: AFR, AMR, ASA, EUR, MDE (DOMAIN 1.3). Labels: `region.<id>`.
package enum Region: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    case africa, americas
    /// With the Pacific.
    case asia
    /// With Central Asia, the Caucasus and Turkey.
    case europe
    /// With North Africa.
    case middleEast = "middle_east"

    /// The region of a country; nil for a code of no country.
    ///
    /// The continents of the United Nations (M49, as the locale data has them), but for the countries whose documents have another class.
    package init?(of country: Country) {
        if Self.middleEastern.contains(country.code) {
            self = .middleEast
        } else if Self.european.contains(country.code) {
            self = .europe
        } else {
            switch Locale.Region(country.code).continent?.identifier {
            case "002": self = .africa
            case "019": self = .americas
            case "142", "009": self = .asia
            case "150": self = .europe
            default: return nil
            }
        }
    }

    /// The countries of class MDE in DOMAIN 1.3, with Palestine and Western Sahara. Sudan, Somalia and Mauritania are of class AFR.
    private static let middleEastern: Set<String> = [
        "AE", "BH", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SY", "TN", "YE",
    ]

    /// The countries of class EUR in DOMAIN 1.3 that lie in Asia by M49.
    private static let european: Set<String> = ["AM", "AZ", "CY", "GE", "KG", "KZ", "TJ", "TM", "TR", "UZ"]
}
