import HTTPTypes
package import Hummingbird
import NIOCore

/// Content ready to be sent: its bytes in each coding, its tags and its fields, all made once.
package struct Representation: Sendable {
    /// The memory that it takes, near enough to bound a cache by.
    package let cost: Int
    private let plain: Variant
    private let gzip: Variant?
    private let brotli: Variant?

    package init(_ page: RenderedPage, caching: Caching) {
        let hash = ContentHash(page.body)
        let fields = page.fields(caching)
        let gzip = Gzip.pack(page.body), brotli = Brotli.pack(page.body, quality: caching.quality)
        plain = Variant(page.body, .identity, hash, fields)
        self.gzip = gzip.map { Variant($0, .gzip, hash, fields) }
        self.brotli = brotli.map { Variant($0, .brotli, hash, fields) }
        cost = page.body.count + (gzip?.count ?? 0) + (brotli?.count ?? 0) + 3072
    }

    /// The answer to a request: the coding that it prefers, or "not modified" when it already has it.
    package func response(to request: Request) -> Response {
        let variant = variant(ContentCoding(accepting: request.headers[.acceptEncoding]))
        guard let known = request.headers[.ifNoneMatch], variant.tag.isNamed(in: known) else { return variant.response }
        return variant.notModified
    }

    /// The content in a coding; plain where packing does not make it shorter.
    func variant(_ coding: ContentCoding) -> Variant {
        switch coding {
        case .identity: plain
        case .gzip: gzip ?? plain
        case .brotli: brotli ?? gzip ?? plain
        }
    }
}

extension Representation: ResponseGenerator {
    package func response(from request: Request, context: some RequestContext) -> Response {
        response(to: request)
    }
}

extension Representation {
    /// The content in one coding.
    struct Variant: Sendable {
        let tag: EntityTag
        let bytes: ByteBuffer
        /// The fields of the answer that brings it, its length aside.
        let fields: HTTPFields
        /// The fields of the answer that says that it is known already.
        let fieldsWhenKnown: HTTPFields

        fileprivate init(_ bytes: [UInt8], _ coding: ContentCoding, _ hash: ContentHash, _ fields: HTTPFields) {
            tag = EntityTag(hash, coding)
            self.bytes = ByteBuffer(bytes: bytes)
            var fields = fields
            fields[.eTag] = tag.description
            var unchanged = fields
            unchanged[.contentType] = nil
            fieldsWhenKnown = unchanged
            if coding != .identity { fields[.contentEncoding] = coding.rawValue }
            self.fields = fields
        }

        fileprivate var response: Response { Response(status: .ok, headers: fields, body: .init(byteBuffer: bytes)) }
        fileprivate var notModified: Response { Response(status: .notModified, headers: fieldsWhenKnown) }
    }
}

extension Caching {
    fileprivate var quality: Int32 { self == .immutable ? Brotli.thorough : Brotli.quick }
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
