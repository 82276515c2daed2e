/// Words on their way to a translator and back as gettext has them: a `.po` file.
package struct PortableObject: Sendable, Equatable {
    /// Its header, without the lines that every file has: "Language", "Plural-Forms".
    package var header: [Field]
    package var entries: [Entry]

    package init(header: [Field], entries: [Entry]) {
        self.header = header
        self.entries = entries
    }

    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One text, or one with its plural.
    package struct Entry: Sendable, Equatable {
        package var context: String
        package var source: String
        package var sourcePlural: String?
        /// A form for each place of the plural rule, one where there is no plural. An empty one is not translated.
        package var forms: [String]
        package var notes: [String]
        package var flags: [String]

        package init(context: String, source: String, sourcePlural: String? = nil, forms: [String], notes: [String] = [], flags: [String] = []) {
            self.context = context
            self.source = source
            self.sourcePlural = sourcePlural
            self.forms = forms
            self.notes = notes
            self.flags = flags
        }
    }

    /// The field of the header by its name.
    package subscript(name: String) -> String? { header.first { $0.name.lowercased() == name.lowercased() }?.value }

    /// Why bytes are no `.po` file.
    package enum Refused: Error, Equatable {
        case tooLarge
        case encoding
        /// Not written as the format has it.
        case malformed(line: Int)
        /// It has no header, so that nobody knows its language.
        case noHeader
    }
}
