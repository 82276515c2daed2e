import Campaign
import Documents
import Foundation

/// An output as search engines read it, in the words of schema.org: an article about a case, with the day after which it is over.
///
/// It says nothing that the page does not say to people.
struct ArticleRecord: Encodable, Sendable {
    struct Thing: Encodable, Sendable {
        let type: String
        let name: String
        var url: String?
        var identifier: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, url, identifier
        }
    }

    let context = "https://schema.org"
    let type = "Article"
    let id: String
    let url: String
    let headline: String
    let description: String?
    let inLanguage: String
    let identifier: String
    let datePublished: String?
    let dateModified: String?
    /// The last day on which letters are wanted.
    let expires: String?
    let image: String?
    let isAccessibleForFree = true
    let publisher: Thing
    let spatialCoverage: [Thing]
    let about: [Thing]

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case id = "@id"
        case url, headline, description, inLanguage, identifier, datePublished, dateModified, expires, image, isAccessibleForFree, publisher
        case spatialCoverage, about
    }
}

extension ArticleRecord {
    init(_ view: ActionView, address: String, origin: String, image: String?) {
        let reader = view.reader
        self.init(
            id: address, url: address, headline: view.headline, description: view.summary, inLanguage: view.textLanguage.rawValue,
            identifier: view.reference, datePublished: (view.output.issuedOn ?? view.output.publishedAt?.day(in: .gmt))?.text,
            dateModified: view.output.publishedAt?.text, expires: view.isOpen ? view.actUntil?.text : nil, image: image,
            publisher: Thing(type: "Organization", name: reader.section.name, url: origin + Links.home(reader.language)),
            spatialCoverage: view.action.countries.map { Thing(type: "Country", name: $0.name(in: reader.language), identifier: $0.code) },
            about: view.action.subjects.map { Thing(type: "Thing", name: $0.name) })
    }

    /// The element for a page's head. What could end it early is written as JSON's own escapes.
    var element: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self) else { return "" }
        return "<script type=\"application/ld+json\">\(String(decoding: bytes.flatMap(Self.written), as: UTF8.self))</script>\n"
    }

    /// Byte by byte: what stands before or above a sign may be one character with it to a reader, never to a browser.
    private static func written(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "<"): Array(#"\u003c"#.utf8)
        case UInt8(ascii: ">"): Array(#"\u003e"#.utf8)
        case UInt8(ascii: "&"): Array(#"\u0026"#.utf8)
        default: [byte]
        }
    }

    /// A finished page with this in its head. Templates escape all they print, and JSON must not be escaped as they do it.
    func put(into page: String) -> String {
        guard let end = page.range(of: "</head>") else { return page }
        return page.replacingCharacters(in: end, with: element + "</head>")
    }
}

extension ActionView {
    /// What the page is about in a sentence or two.
    var summary: String? { isOpen ? text?.call ?? text?.lead : text?.lead }
}
