import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

/// Everything that is held about somebody, to be read from top to bottom.
struct HeldPage: Page {
    static var template: String { "my/data" }

    let layout: Layout
    let t: [String: String]
    let facts: [FactPart]
    let jsonPath: String
    let myPath: String
}

extension HeldPage {
    init(_ export: SupporterExport, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, facts: FactPart.held(export, for: reader), jsonPath: Links.my(reader.language, "data.json"),
            myPath: Links.my(reader.language))
    }
}

extension Response {
    /// The same as JSON, to be kept by the one it is about.
    static func export(_ export: SupporterExport) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(bytes: try export.json())))
    }
}
