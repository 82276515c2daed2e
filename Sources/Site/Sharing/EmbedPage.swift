import Campaign
import Documents

/// An action in a frame of somebody else's page: what it is, until when, and the way to write.
struct EmbedPage: Page {
    static var template: String { "sharing/embed" }

    let lang: String
    let dir: String
    let title: String
    let stylesheet: String
    let canonical: String
    let countryName: String
    let reference: String
    let textLang: String
    let textDir: String
    let headline: String
    let callText: String?
    let stateText: String?
    let isOpen: Bool
    let linkURL: String
    let linkLabel: String
    let sectionName: String
}

extension EmbedPage {
    init(_ view: ActionView, origin: String, stylesheet: String) {
        let reader = view.reader, language = reader.language, address = origin + view.path(in: language)
        let until = view.isOpen ? view.actUntil.map { reader.text("list.write_until", ["date": reader.days.long($0)]) } : nil
        self.init(
            lang: language.rawValue, dir: language.direction, title: "\(view.headline) – \(reader.section.name)", stylesheet: stylesheet,
            canonical: address, countryName: view.countryName, reference: view.reference, textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction, headline: view.headline, callText: view.summary,
            stateText: until ?? StatePart(view)?.stateTitle, isOpen: view.isOpen,
            linkURL: view.isOpen ? origin + Links.write(view.action.reference, language) : address,
            linkLabel: reader.text(view.isOpen ? "action.write" : "embed.read"), sectionName: reader.section.name)
    }
}
