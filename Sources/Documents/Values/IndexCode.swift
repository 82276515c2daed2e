/// The code by which Amnesty International files a document: class, country or subject number, document number, year.
///
/// Class, country, number and year together are the key: number and year alone occur twice since the counter began again.
///
///     try IndexCode("AI Index: ASA 21/26/91").printed                                       // "ASA 21/026/1991"
///     try IndexCode("https://www.amnesty.org/en/documents/amr46/5033/2021/en/").urlPath     // "amr46/5033/2021"
package struct IndexCode: Hashable, Codable, Sendable {
    /// The class in capitals: a region ("AMR") or a subject ("ACT").
    package let region: String
    package let country: Int
    package let number: Int
    /// Four digits.
    package let year: Int
    /// What follows the year and tells the language: "s" of "ORG 20/001/2002/s", "en" of an address, "ENGLISH" of a file name.
    package let languageSuffix: String?

    package init(region: String, country: Int, number: Int, year: Int, languageSuffix: String? = nil) {
        self.region = region
        self.country = country
        self.number = number
        self.year = year
        self.languageSuffix = languageSuffix
    }

    /// The code that `text` prints, in the form of any era, with or without its label, or inside a document's address.
    package init(_ text: String) throws(Malformed) {
        guard let match = IndexCodeScanner(Array(text.utf8.prefix(500))).first() else { throw Malformed(text: text) }
        self = match.code
    }

    /// A text that holds no index code.
    package struct Malformed: Error, Equatable {
        package let text: String
    }
}

extension IndexCode {
    /// The classes that a code can begin with: five regions, then the subjects.
    package static let classes: Set<String> = [
        "AFR", "AMR", "ASA", "EUR", "MDE", "ACT", "DOC", "FIN", "IOR", "NWS", "ORG", "POL", "PRE",
    ]

    /// The code as the archive prints it today; document numbers are padded as their era did.
    package var printed: String { "\(region) \(padded(country, 2))/\(paddedNumber)/\(year)" }

    /// The code in a document's address: "amr46/5033/2021".
    package var urlPath: String { "\(region.lowercased())\(padded(country, 2))/\(paddedNumber)/\(year)" }

    /// The same document whatever its language: the code without its suffix.
    package var withoutLanguage: IndexCode { IndexCode(region: region, country: country, number: number, year: year) }

    /// What the country table says of this code, or nil for a number it does not know: store such a code, never refuse it.
    package var place: IndexedPlace? { IndexedPlace.table[IndexedPlace.Key(region: region, number: country)] }

    /// The countries the code stands for: none for a region or an unknown number, two for a territory pair.
    package var countries: [Country] { place?.countries ?? [] }

    private var paddedNumber: String { padded(number, year >= 2019 ? 4 : 3) }

    private func padded(_ value: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
}

extension IndexCode: CustomStringConvertible {
    package var description: String { printed }
}
