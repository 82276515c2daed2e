import HTTPTypes

/// One file that pages refer to, under an address that changes with its content.
struct Asset: Sendable {
    /// "site.css" → "site-2x8c….css"
    let hashedName: String
    let hashed: Representation
    /// The same bytes under the plain name, for those who know only that.
    let plain: Representation

    init(_ name: String, _ source: [UInt8]) {
        let bytes = name.hasSuffix(".css") ? CompactStyle(source).bytes : source
        var page = RenderedPage(bytes: bytes, contentType: Self.contentType(of: name))
        // the one worker may also stand before the pages of a case that somebody keeps
        if name == "worker.js", let allowed = HTTPField.Name("Service-Worker-Allowed") { page.headers[allowed] = "/" }
        hashed = Representation(page, caching: .immutable)
        plain = Representation(page, caching: .revalidated)
        hashedName = Self.hashedName(name, ContentHash(bytes))
    }

    private static func hashedName(_ name: String, _ hash: ContentHash) -> String {
        let short = String(hash.description.suffix(12))
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "\(name)-\(short)" }
        return "\(name[..<dot])-\(short)\(name[dot...])"
    }

    private static func contentType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "json", "webmanifest": "application/json"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
