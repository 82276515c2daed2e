/// One row of the table of country numbers in index codes, with how far it can be trusted.
package struct IndexedPlace: Hashable, Sendable {
    package let name: String
    /// Empty for a region; two for a pair of territories under one number.
    package let countries: [Country]
    package let trust: Trust

    /// Where a row comes from.
    package enum Trust: String, Hashable, Sendable {
        /// Seen in the archive's own titles or chapters.
        case verified
        /// Seen on a document found on the web.
        case found
        /// From memory only: an editor should look twice.
        case memory
    }

    struct Key: Hashable, Sendable {
        let region: String
        let number: Int
    }

    /// The whole table; empty when the data file is missing.
    static let table: [Key: IndexedPlace] = {
        var table: [Key: IndexedPlace] = [:]
        for row in TableFile("Countries/index-numbers.tsv").rows where row.count >= 5 {
            guard let number = Int(row[1]), let trust = Trust(rawValue: row[3]) else { continue }
            let countries = row[2].split(separator: " ").compactMap { Country(String($0)) }
            table[Key(region: row[0], number: number)] = IndexedPlace(name: row[4], countries: countries, trust: trust)
        }
        return table
    }()
}
