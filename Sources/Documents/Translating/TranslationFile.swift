/// The pieces of an output on their way to a translator and back, as other programs know them: XLIFF.
package struct TranslationFile: Sendable, Equatable {
    /// OASIS XLIFF 1.2 (2008) or 2.1 (2018).
    package enum Version: String, Sendable, CaseIterable {
        case one = "1.2"
        case two = "2.1"
    }

    package var version: Version
    /// What was taken apart: "ua-77-21/1".
    package var original: String
    package var source: Language
    package var target: Language
    package var units: [Unit]

    package init(version: Version, original: String, source: Language, target: Language, units: [Unit]) {
        self.version = version
        self.original = original
        self.source = source
        self.target = target
        self.units = units
    }

    /// One piece, under a name that stays the same.
    package struct Unit: Sendable, Equatable {
        package enum State: String, Sendable { case initial, translated, reviewed }

        package var id: String
        package var source: [Run]
        /// nil while nobody translated it.
        package var target: [Run]?
        package var state: State
        package var notes: [String]

        package init(id: String, source: [Run], target: [Run]?, state: State, notes: [String] = []) {
            self.id = id
            self.source = source
            self.target = target
            self.state = state
            self.notes = notes
        }
    }

    /// Words, or a name that a translator leaves as it is.
    package enum Run: Sendable, Equatable {
        case words(String)
        case kept(String)

        package var text: String {
            switch self {
            case .words(let text), .kept(let text): text
            }
        }
    }

    /// Why bytes are no file of translations, or none that is read here.
    package enum Refused: Error, Equatable {
        case tooLarge
        /// Neither UTF-8 nor UTF-16.
        case encoding
        /// It declares a document type or entities: no translation needs them, and they are how XML does harm.
        case doctype
        /// Not well formed, from this line on.
        case malformed(line: Int)
        case notXLIFF
        case version(String)
        case noLanguages
    }
}

extension [TranslationFile.Run] {
    package var text: String { map(\.text).joined() }
}
