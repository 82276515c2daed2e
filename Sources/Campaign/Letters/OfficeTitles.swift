import Foundation

/// What the printed words about an official say of rank, and of man or woman: `Resources/OfficeTitles.json`.
///
///     let titles = try OfficeTitles()
///     titles.rank(of: "Ministra de Justicia")           // .minister
///     titles.gender(in: ["Her Excellency Ana Example"]) // .female
package struct OfficeTitles: Sendable {
    /// The words of each title, the longest title first.
    private let titles: [(words: [String], rank: Rank)]
    private let skipped: Set<String>
    private let marks: [(words: [String], gender: Gender)]

    package init() throws {
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: Resources.folder.appending(path: "OfficeTitles.json")))
        titles = file.ranks.flatMap { name, titles in titles.map { (words: Self.words(of: $0), rank: Rank(rawValue: name) ?? .unknown) } }
            .sorted { $0.words.count > $1.words.count }
        skipped = Set(file.skipped.flatMap(Self.words))
        marks =
            file.male.map { (words: Self.words(of: $0), gender: Gender.male) }
            + file.female.map { (words: Self.words(of: $0), gender: Gender.female) }
    }

    /// The rank of an office whose title begins the text, after words such as "Office of the"; unknown for any other, since "private secretary
    /// to the minister" is no minister.
    package func rank(of office: String) -> Rank {
        let words = Self.words(of: office)
        for start in words.indices {
            if let title = titles.first(where: { words[start...].starts(with: $0.words) }) { return title.rank }
            guard skipped.contains(words[start]) else { break }
        }
        return .unknown
    }

    /// Whether printed forms (a greeting, a style, a name, an office) say man or woman; unknown when none does, or when they disagree.
    package func gender(in printed: [String]) -> Gender {
        let said = Set(
            printed.map(Self.words).flatMap { words in
                marks.filter { mark in words.indices.contains { words[$0...].starts(with: mark.words) } }.map(\.gender)
            })
        return said.count == 1 ? said.first ?? .unknown : .unknown
    }

    private struct File: Decodable {
        let skipped: [String]
        let ranks: [String: [String]]
        let male: [String]
        let female: [String]
    }

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter }.map { $0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
    }
}
