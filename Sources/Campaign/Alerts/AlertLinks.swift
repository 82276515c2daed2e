import Documents

/// Where alerts lead: always the section's configured host, straight to its pages, over no other address.
package struct AlertLinks: Sendable {
    private let origin: @Sendable (Section) -> String
    package let supporters: SupporterLinks

    /// - Parameter origin: scheme and host of a section, without a slash at its end.
    package init(origin: @escaping @Sendable (Section) -> String) {
        self.origin = origin
        supporters = SupporterLinks(origin: origin)
    }

    func action(_ reference: Reference, _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/actions/\(reference.slug)"
    }

    /// What a letter evening on these actions needs, to print.
    func pack(_ references: [Reference], _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/pack?actions=\(references.map(\.slug).joined(separator: ","))"
    }

    /// All actions that need letters now.
    func list(_ language: Language, of section: Section) -> String { "\(origin(section))/\(language)/" }

    func write(_ reference: Reference, _ language: Language, of section: Section) -> String {
        action(reference, language, of: section) + "/write"
    }
}
