import Campaign
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// What a section's pages look like, for whoever reads them: its stylesheet and its logo, under addresses that change with their content.
struct LookRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get("look/:file", use: show)
    }

    static func stylesheet(_ section: Section) -> String? {
        section.look.stylesheet.map { "/look/\(section.code.rawValue)-\(Digest.sha256($0).prefix(12)).css" }
    }

    static func picture(_ logo: Look.Logo, of code: Section.Code) -> RoomPage.PicturePart {
        // Half its pixels: sharp on screens that have two to the point.
        let scale = min(1, 48 / Double(logo.height), 240 / Double(logo.width))
        return RoomPage.PicturePart(
            picturePath: "/look/\(code.rawValue)-\(logo.hash.prefix(12)).png", pictureWords: logo.words,
            width: max(1, Int(Double(logo.width) * scale)), height: max(1, Int(Double(logo.height) * scale)))
    }

    @Sendable private func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let path = "/look/" + (visitor.parameters.get("file") ?? "")
        for section in site.sections.all {
            if Self.stylesheet(section) == path, let style = section.look.stylesheet {
                return answer(Array(style.utf8), "text/css; charset=utf-8")
            }
            if let logo = section.look.logo, Self.picture(logo, of: section.code).picturePath == path {
                let code = section.code
                if let png = try await site.database.read({ db in try db.logo(of: code) }) { return answer(png, "image/png") }
            }
        }
        throw NotPublishedHere()
    }

    private func answer(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: Caching.immutable.directive], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
