import Campaign
import Documents

/// What a consumer of oEmbed asks for: the address of a page, the room there is for it, and the form of the answer.
struct EmbeddingRequest: Sendable {
    enum Format: String, Sendable {
        case json, xml

        var contentType: String {
            switch self {
            case .json: "application/json+oembed; charset=utf-8"
            case .xml: "text/xml+oembed; charset=utf-8"
            }
        }
    }

    let address: String
    let format: Format
    let mostWidth: Int?
    let mostHeight: Int?

    /// Throws `EmbeddingRefusal`.
    init(_ query: FormBody) throws(EmbeddingRefusal) {
        guard let address = query["url"] else { throw .noAddress }
        guard let format = Format(rawValue: query["format"] ?? "json") else { throw .noSuchFormat }
        self.address = address
        self.format = format
        mostWidth = query["maxwidth"].flatMap(Int.init)
        mostHeight = query["maxheight"].flatMap(Int.init)
    }

    /// The action whose page has the address; nil for any other page, here or elsewhere.
    func action(under origin: String) -> (Reference, Language)? {
        guard address.hasPrefix(origin + "/") else { return nil }
        let path = address.dropFirst(origin.count).prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        guard path.count >= 3, path[1] == "actions", let reference = Reference(slug: path[2]) else { return nil }
        return (reference, Language(rawValue: path[0]))
    }
}

/// Why a request for an embeddable piece is not answered.
enum EmbeddingRefusal: String, Error {
    case noAddress = "url is missing: the address of an action's page."
    case noSuchFormat = "format is json or xml."
}
