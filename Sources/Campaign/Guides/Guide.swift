package import Documents
import Foundation

/// A page of standing words: about, counting, writing, privacy, contact.
package struct Guide: Sendable, Decodable, Equatable {
    package let title: String
    package let intro: String
    package let sections: [Part]

    package struct Part: Sendable, Decodable, Equatable {
        package let heading: String
        package let paragraphs: [String]
        package let items: [String]
    }

    package enum Name: String, CaseIterable, Sendable { case about, counting, writing, privacy, contact }
}

/// The guides in every language they are written in.
package struct Guides: Sendable {
    private let guides: [Language: [String: Guide]]

    package init() throws {
        guides = try Dictionary(
            uniqueKeysWithValues: Resources.files(in: "Guides", ending: "json").map { file in
                let language = Language(rawValue: file.deletingPathExtension().lastPathComponent)
                return (language, try JSONDecoder().decode([String: Guide].self, from: Data(contentsOf: file)))
            })
    }

    /// The guide in `language`, else in English, with the language it is in.
    package func guide(_ name: Guide.Name, in language: Language) -> (language: Language, guide: Guide)? {
        (language.likely.fromLongToShort + ["en"]).lazy.compactMap { tag in guides[tag]?[name.rawValue].map { (tag, $0) } }.first
    }
}
