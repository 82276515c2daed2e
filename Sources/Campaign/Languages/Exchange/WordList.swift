package import Documents
package import Foundation

/// The words of one language beside the English ones, in the order of the English file: what a translator works on.
package struct WordList: Sendable {
    package let language: Language
    package internal(set) var entries: [Entry]

    /// One key with what stands under it.
    package struct Entry: Sendable, Equatable {
        package let key: String
        let english: Translations.Wording
        /// nil while nobody translated it.
        var own: Translations.Wording?
    }

    /// Throws `NoSuchLanguage` for one that has no file.
    ///
    /// - Parameter withStaff: also the words that only staff read; those of a language that has some are always there.
    package init(_ language: Language, withStaff: Bool = false, folder: URL = Catalogue.folder) throws {
        func words(_ language: Language) throws -> [String: Translations.Wording] {
            let file = folder.appending(path: "\(language.rawValue).json")
            guard language.isTag, FileManager.default.fileExists(atPath: file.path) else { throw NoSuchLanguage(language: language) }
            return try JSONDecoder().decode([String: Translations.Wording].self, from: Data(contentsOf: file))
        }
        let english = try words("en"), own = try words(language)
        let order = KeyOrder(String(decoding: try Data(contentsOf: folder.appending(path: "en.json")), as: UTF8.self))
        let hasStaff = withStaff || own.keys.contains(where: Translations.isForStaff)
        self.language = language
        entries = order.keys.filter { hasStaff || !Translations.isForStaff($0) }.compactMap { key in
            english[key].map { Entry(key: key, english: $0, own: own[key]) }
        }
    }

    package struct NoSuchLanguage: Error {
        package let language: Language
    }

    /// How many keys have no words yet.
    package var missing: Int { entries.count { $0.own == nil } }

    subscript(key: String) -> Entry? { entries.first { $0.key == key } }

}

/// The keys of a file of words in the order of its lines: a group of keys belongs together, and `JSONDecoder` would forget it.
struct KeyOrder {
    /// By groups, as blank lines part them.
    let groups: [[String]]

    var keys: [String] { groups.flatMap { $0 } }

    init(_ json: String) {
        groups = json.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(into: [[]]) { groups, line in
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.isEmpty { groups.append([]) }
            if line.hasPrefix("\""), let end = line.firstRange(of: "\":") {
                groups[groups.count - 1].append(String(line[..<end.lowerBound].dropFirst()))
            }
        }
    }
}
