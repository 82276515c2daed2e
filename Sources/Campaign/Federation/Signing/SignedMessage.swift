import Foundation

/// A request between two servers, by the parts that its signature covers. Both sides see them alike, whatever stands between: the host is the one
/// that the receiver has, never one that a request names, so that what was signed for one server is nothing to another.
package struct PartnerRequest: Sendable, Equatable {
    package let method: String
    /// The receiver's host, with its port unless that is 443.
    package let authority: String
    package let path: String
    /// From the question mark on; "?" where there is none.
    package let query: String
    package let body: [UInt8]?

    package init(_ method: String, authority: String, path: String, query: String = "?", body: [UInt8]? = nil) {
        self.method = method
        self.authority = authority
        self.path = path
        self.query = query
        self.body = body
    }

    /// What has to be signed of it.
    var components: [String] { Self.always + (body == nil ? [] : ["\"content-digest\""]) }

    var values: [String: String] {
        ["\"@method\"": method, "\"@authority\"": authority, "\"@path\"": path, "\"@query\"": query].merging(
            body.map { ["\"content-digest\"": ContentDigest.field(of: $0)] } ?? [:]
        ) { own, _ in own }
    }

    private static let always = ["\"@method\"", "\"@authority\"", "\"@path\"", "\"@query\""]
}

/// The answer to a request between two servers. Its signature covers that of the request too, and so its nonce: an answer of yesterday answers nothing.
package struct PartnerAnswer: Sendable, Equatable {
    package let status: Int
    package let body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }

    static let components =
        ["\"@status\"", "\"content-digest\"", "\"@method\";req", "\"@authority\";req", "\"@path\";req", "\"@query\";req", "\"signature\";req"]

    /// - Parameter signature: the field of the request.
    func values(to request: PartnerRequest, signed signature: String) -> [String: String] {
        let asked = request.values.map { ("\($0.key);req", $0.value) }
        return Dictionary(asked) { own, _ in own }.merging([
            "\"@status\"": String(status), "\"content-digest\"": ContentDigest.field(of: body), "\"signature\";req": signature,
        ]) { own, _ in own }
    }
}

/// The two fields that carry a signature (RFC 9421).
package struct SignatureFields: Sendable, Equatable {
    /// `Signature-Input`
    package let input: String
    /// `Signature`
    package let signature: String

    package init(input: String, signature: String) {
        self.input = input
        self.signature = signature
    }

    /// For how long what was signed is taken, and by how much two clocks may differ.
    static let seconds = 300, slackSeconds = 60
    /// Of which application the signature is (RFC 9421 section 2.3): one for another purpose is nothing here.
    static let tag = "amparo"

    /// Signs.
    ///
    /// - Parameters:
    ///   - seed: the secret half of the key.
    ///   - keyID: where the public half is found: the server's address, a number sign, the key's number.
    init(_ components: [String], _ values: [String: String], by seed: [UInt8], keyID: String, nonce: String, at now: Instant) {
        let created = Int(now.milliseconds / 1_000)
        let input = SignatureInput(
            Self.tag, covering: components, created: created, expires: created + Self.seconds, nonce: nonce, keyID: keyID, tag: Self.tag)
        self.input = input.field
        signature = "\(input.label)=:\(Data(Ed25519.signature(of: input.base(values) ?? [], by: seed)).base64EncodedString()):"
    }

    /// What the signature says of itself, when it covers what it must; nil when it does not.
    func read(covering components: [String]) -> SignatureInput? {
        guard let input = SignatureInput(input), input.algorithm ?? "ed25519" == "ed25519", input.tag == Self.tag else { return nil }
        return Set(components).isSubset(of: input.components) ? input : nil
    }

    /// Whether the key signed these values; says nothing of the time.
    func holds(_ values: [String: String], by publicKey: [UInt8]) -> Bool {
        guard let input = SignatureInput(input), let base = input.base(values), signature.hasPrefix("\(input.label)=:"), signature.hasSuffix(":"),
            let bytes = Data(base64Encoded: String(signature.dropFirst(input.label.count + 2).dropLast()))
        else { return false }
        return Ed25519.verifies(Array(bytes), of: base, by: publicKey)
    }
}

extension SignatureInput {
    /// Whether it is taken now: made for a short while, which is neither over nor still to come.
    func isCurrent(at now: Instant) -> Bool {
        guard let created, let expires, expires > created, expires - created <= SignatureFields.seconds else { return false }
        let seconds = Int(now.milliseconds / 1_000)
        return created <= seconds + SignatureFields.slackSeconds && seconds <= expires + SignatureFields.slackSeconds
    }
}
