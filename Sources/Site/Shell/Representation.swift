import HTTPTypes
package import Hummingbird
import NIOCore

/// Content ready to be sent: its bytes in each coding, its tags and its fields, all made once.
package struct Representation: Sendable {
    /// The memory that it takes, near enough to bound a cache by.
    package let cost: Int
    private let plain: Variant
    private let packed: Variant?

    package init(_ page: RenderedPage, caching: Caching) {
        let hash = ContentHash(page.body)
        let fields = page.fields(caching)
        let gzip = Gzip.pack(page.body)
        plain = Variant(page.body, .identity, hash, fields)
        packed = gzip.map { Variant($0, .gzip, hash, fields) }
        cost = page.body.count + (gzip?.count ?? 0) + 2048
    }

    /// The answer to a request: the coding that it prefers, or "not modified" when it already has it.
    package func response(to request: Request) -> Response {
        let coding = ContentCoding(accepting: request.headers[.acceptEncoding])
        let variant = coding == .gzip ? packed ?? plain : plain
        guard let known = request.headers[.ifNoneMatch], variant.tag.isNamed(in: known) else { return variant.response }
        return variant.notModified
    }
}

extension Representation: ResponseGenerator {
    package func response(from request: Request, context: some RequestContext) -> Response {
        response(to: request)
    }
}

extension Representation {
    private struct Variant: Sendable {
        let tag: EntityTag
        let response: Response
        let notModified: Response

        init(_ bytes: [UInt8], _ coding: ContentCoding, _ hash: ContentHash, _ fields: HTTPFields) {
            tag = EntityTag(hash, coding)
            var fields = fields
            fields[.eTag] = tag.description
            var unchanged = fields
            unchanged[.contentType] = nil
            notModified = Response(status: .notModified, headers: unchanged)
            if coding != .identity { fields[.contentEncoding] = coding.rawValue }
            response = Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}

extension RenderedPage {
    fileprivate func fields(_ caching: Caching) -> HTTPFields {
        var fields = headers
        fields[.contentType] = contentType
        fields[.contentLanguage] = language
        fields[.cacheControl] = caching.directive
        fields[.vary] = "Accept-Encoding"
        return fields
    }
}
