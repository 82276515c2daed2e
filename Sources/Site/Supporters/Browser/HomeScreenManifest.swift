import Campaign
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What lets a phone open the site from its home screen as a window of its own (W3C Web Application Manifest): some allow notifications there
/// alone.
struct HomeScreenManifest: Encodable {
    let name: String
    let start_url: String
    let scope = "/"
    let display = "standalone"
    let lang: String
    let dir: String
    let background_color = "#fbfaf7"
    let icons: [Icon]

    struct Icon: Encodable {
        let src: String
        let sizes = "any"
        let type = "image/svg+xml"
    }

    init(_ reader: Reader, icon: String) {
        name = reader.section.name
        start_url = Links.browser(reader.language)
        lang = reader.language.rawValue
        dir = reader.language.direction
        icons = [Icon(src: icon)]
    }
}

extension Response {
    static func manifest(_ manifest: HomeScreenManifest) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/manifest+json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(manifest))))
    }
}
