import Documents
import Foundation

/// A section as the program ships it: a file in `Resources/Sections`, an example to start from.
struct ShippedSection: Decodable {
    let code: Section.Code
    let name: String
    let host: String
    let country: String?
    let languages: [String]
    let timeZone: String
    let referenceStyle: ReferenceStyle
    let threshold: Int
    let lateDays: Int
    let embassyCities: [String]
    let postalWords: [String]
    let contact: Contact
    let postalNote: [String: String]
    let reportingWords: [String: String]
    let instructions: [String: [String]]

    struct Contact: Decodable {
        let email: String?
        let postalLines: [String]
    }

    /// Every shipped section, the international one first.
    static func all() throws -> [ShippedSection] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try Resources.files(in: "Sections", ending: "json")
            .map { try decoder.decode(ShippedSection.self, from: Data(contentsOf: $0)) }
            .sorted { ($0.code == .international ? 0 : 1, $0.code.rawValue) < ($1.code == .international ? 0 : 1, $1.code.rawValue) }
    }
}
