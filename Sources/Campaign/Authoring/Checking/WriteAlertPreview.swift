package import Documents

/// The mail that will tell of an output, as it would be drafted were it published now.
package struct WriteAlertPreview: Sendable {
    let catalogue: Catalogue
    let links: AlertLinks

    /// - Parameter origin: of the addresses in it.
    package init(catalogue: Catalogue, origin: @escaping @Sendable (Section) -> String) {
        self.catalogue = catalogue
        links = AlertLinks(origin: origin)
    }

    /// nil where the output says nothing in that language.
    package func callAsFunction(_ opened: OpenedManuscript, for section: Section, in language: Language) -> AlertText? {
        let output = opened.place.output
        guard let text = output.texts.first(where: { $0.language == language }) else { return nil }
        return AlertWriting(
            action: opened.place.action, output: output, kind: Alert.Kind(output), section: section, words: catalogue[language], text: text,
            links: links)()
    }
}
