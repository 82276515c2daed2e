import Campaign
import Documents
import Foundation

/// An action as oEmbed 1.0 hands it to another page: a frame that needs no script.
struct Embedding: Encodable, Sendable {
    let version = "1.0"
    let type = "rich"
    let title: String
    let html: String
    let width: Int
    let height: Int
    let providerName: String
    let providerURL: String
    /// In seconds: a deadline may be extended, and a case withdrawn.
    let cacheAge = 3600
    let thumbnailURL: String?
    let thumbnailWidth: Int?
    let thumbnailHeight: Int?

    enum CodingKeys: String, CodingKey {
        case version, type, title, html, width, height
        case providerName = "provider_name"
        case providerURL = "provider_url"
        case cacheAge = "cache_age"
        case thumbnailURL = "thumbnail_url"
        case thumbnailWidth = "thumbnail_width"
        case thumbnailHeight = "thumbnail_height"
    }
}

extension Embedding {
    /// What a frame has when the page asks for no less.
    private static let room = (width: 600, height: 340)

    init(_ view: ActionView, origin: String, hasCard: Bool, _ asked: EmbeddingRequest) {
        let reader = view.reader
        let width = max(220, min(asked.mostWidth ?? Self.room.width, Self.room.width))
        let height = max(200, min(asked.mostHeight ?? Self.room.height, Self.room.height))
        let source = origin + Links.embed(view.action.reference, reader.language)
        let frame: HTML = """
            <iframe src="\(source)" title="\(view.headline)" width="\(width)" height="\(height)" style="border:0;max-width:100%" loading="lazy" \
            referrerpolicy="no-referrer" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
            """
        self.init(
            title: "\(view.countryName): \(view.headline)", html: frame.text, width: width, height: height, providerName: reader.section.name,
            providerURL: origin + "/", thumbnailURL: hasCard ? origin + Links.card(view, reader.language) : nil,
            thumbnailWidth: hasCard ? SharingCard.width : nil, thumbnailHeight: hasCard ? SharingCard.height : nil)
    }

    func text(_ format: EmbeddingRequest.Format) -> String {
        switch format {
        case .json: json
        case .xml: xml
        }
    }

    private var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private var xml: String {
        let picture: HTML? = thumbnailURL.map { url in
            "<thumbnail_url>\(url)</thumbnail_url><thumbnail_width>\(SharingCard.width)</thumbnail_width><thumbnail_height>\(SharingCard.height)</thumbnail_height>"
        }
        let document: HTML = """
            <oembed><version>\(version)</version><type>\(type)</type><title>\(title)</title><html>\(html)</html>\
            <width>\(width)</width><height>\(height)</height><provider_name>\(providerName)</provider_name>\
            <provider_url>\(providerURL)</provider_url><cache_age>\(cacheAge)</cache_age>\(picture)</oembed>
            """
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.text
    }
}
