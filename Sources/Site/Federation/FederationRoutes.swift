import Campaign
import HTTPTypes
import Hummingbird
import NIOCore

/// What other servers ask: who this one is, what changed; and what they tell.
struct FederationRoutes: Sendable {
    let answer: AnswerPartner

    func add(to router: Router<Visitor>) {
        router.get(".well-known/amparo.json", use: card)
        router.get("federation/outputs", use: signed)
        router.post("federation/tallies", use: signed)
        router.post("federation/ping", use: signed)
    }

    @Sendable private func card(_ request: Request, _ visitor: Visitor) async throws -> Response {
        Self.response(200, Array(try await answer.card().json.utf8))
    }

    @Sendable private func signed(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let body = try await request.body.collect(upTo: AnswerPartner.bytes)
        let asked = PartnerRequest(
            request.method.rawValue, authority: try await answer.card().authority, path: request.uri.path,
            query: "?" + (request.uri.query ?? ""), body: request.method == .post ? Array(body.readableBytesView) : nil)
        let said = try await answer(asked, Self.fields(request))
        var response = Self.response(said.answer.status, said.answer.body)
        if let fields = said.fields {
            response.headers[.contentDigest] = ContentDigest.field(of: said.answer.body)
            response.headers[.signatureInput] = fields.input
            response.headers[.signature] = fields.signature
        }
        return response
    }

    /// nil where the request is not signed. The digest of the body is made here, and not read from the request.
    private static func fields(_ request: Request) -> SignatureFields? {
        guard let input = request.headers[.signatureInput], let signature = request.headers[.signature] else { return nil }
        return SignatureFields(input: input, signature: signature)
    }

    private static func response(_ status: Int, _ body: [UInt8]) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "application/json", .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension HTTPField.Name {
    fileprivate static let signatureInput = Self("signature-input") ?? .authorization
    fileprivate static let signature = Self("signature") ?? .authorization
    fileprivate static let contentDigest = Self("content-digest") ?? .authorization
}
