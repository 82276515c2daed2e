import Campaign
import Documents

/// What a page's head tells programs that show a link to it: Open Graph, Dublin Core, and where an embeddable piece of it is.
struct SharingPart: Sendable {
    let url: String
    let locale: String
    let otherLocales: [String]
    let card: CardPart?
    let embedding: String
    let identifier: String
    let issued: String?
    let modified: String?
    let textLang: String

    struct CardPart: Sendable {
        let cardURL: String
        let cardWords: String
        let cardWidth = SharingCard.width
        let cardHeight = SharingCard.height
    }
}

extension SharingPart {
    init(_ view: ActionView, origin: String, hasCard: Bool) {
        let reader = view.reader, address = origin + view.path(in: reader.language)
        self.init(
            url: address, locale: Self.locale(reader.language),
            otherLocales: reader.section.languages.filter { $0 != reader.language }.map(Self.locale),
            card: hasCard ? CardPart(cardURL: origin + Links.card(view, reader.language), cardWords: "\(view.countryName): \(view.headline)") : nil,
            embedding: origin + Links.embedding(of: address), identifier: view.reference,
            issued: view.output.issuedOn?.text, modified: view.output.publishedAt?.text, textLang: view.textLanguage.rawValue)
    }

    /// Open Graph writes language and territory with a line between them; the territory is the one most of its readers live in.
    private static func locale(_ language: Language) -> String {
        let parts = language.rawValue.split(separator: "-").map(String.init)
        let usual = ["en": "GB", "ar": "SA", "zh": "CN", "uk": "UA", "fa": "IR"]
        let territory = parts.dropFirst().first { $0.count == 2 } ?? usual[parts[0]] ?? parts[0].uppercased()
        return "\(parts[0])_\(territory)"
    }
}
