import Foundation
import Outgoing
import Storage

/// Tells which server a request comes from: one whose key was accepted, which signed this request for this server, a moment ago, and for the first time.
struct KnowPartner: Sendable {
    let database: any Database
    let world: World
    let federation: Federation

    /// Why a request is nobody's. The words go to the other side and to staff.
    enum Doubt: String, Error {
        case unsigned = "no signature that covers the request"
        case stale = "not signed a moment ago"
        case unknown = "no server that is known here"
        case otherKey = "not signed with a key that was accepted"
        case forged = "the signature is not that of the request"
        case repeated = "this very request was here before"
        case notLetIn = "not let in"
    }

    /// Throws ``Doubt``.
    func callAsFunction(_ request: PartnerRequest, _ fields: SignatureFields?) async throws -> Partner {
        let now = world.now()
        guard let fields, let input = fields.read(covering: request.components), let keyID = input.keyID, let nonce = input.nonce, !nonce.isEmpty
        else {
            throw Doubt.unsigned
        }
        guard input.isCurrent(at: now) else { throw Doubt.stale }
        let (address, number) = Self.parts(of: keyID)
        guard var partner = try await database.read({ db in try db.partner(at: address) }), partner.endedAt == nil else { throw Doubt.unknown }
        if !partner.keys.contains(where: { $0.number == number }) {
            partner = try await RenewKeys(database: database, world: world, line: federation.line)(partner) ?? partner
        }
        guard partner.leftOut != .key, let key = partner.keys.first(where: { $0.number == number }), key.isGood(at: now) else { throw Doubt.otherKey }
        guard fields.holds(request.values, by: key.open.bytes) else { throw Doubt.forged }
        let id = partner.id, hash = Digest.sha256(nonce)
        let isFirst = try await database.write { db in
            guard try db.insertNonce(hash, of: id, at: now) else { return false }
            try db.noteContact(id, at: now)
            return true
        }
        guard isFirst else { throw Doubt.repeated }
        return partner
    }

    /// `https://ch.example.org#1a2b…`
    static func parts(of keyID: String) -> (address: String, number: String) {
        let parts = keyID.split(separator: "#", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}

/// Asks another server, signed, and believes no answer that is not signed for this very question.
struct AskPartner: Sendable {
    let database: any Database
    let world: World
    let federation: Federation

    /// Why there is no answer; in words for staff.
    struct Failure: Error, Equatable {
        let why: String
    }

    /// Throws ``Failure``.
    func callAsFunction(_ partner: Partner, _ method: String, _ path: String, query: String = "?", body: [UInt8]? = nil) async throws -> PartnerAnswer
    {
        let keys = try federation.keys(), now = world.now()
        let section = try await database.read { db in try db.sections().first { $0.code == .international } }
        guard let section, let url = try? partner.url(path + (query == "?" ? "" : query)) else { throw Failure(why: "no address") }
        let request = PartnerRequest(method, authority: partner.authority, path: path, query: query, body: body)
        let fields = SignatureFields(
            request.components, request.values, by: keys.secret, keyID: "\(federation.origin(section))#\(keys.current.number)", nonce: world.token(),
            at: now)
        var headers = [("Signature-Input", fields.input), ("Signature", fields.signature)]
        if let body { headers += [("Content-Type", "application/json"), ("Content-Digest", ContentDigest.field(of: body))] }
        let said: (status: Int, headers: [String: String], body: [UInt8])
        do {
            let answer = try await federation.line.ask(.init(url, headers: headers.map { (name: $0.0, value: $0.1) }, body: body))
            said = (answer.status, answer.headers, answer.body)
        } catch {
            throw Failure(why: error.description)
        }
        let answer = PartnerAnswer(status: said.status, body: said.body)
        guard let input = said.headers["signature-input"], let signature = said.headers["signature"] else {
            throw Failure(why: "status \(said.status), not signed")
        }
        try await check(answer, SignatureFields(input: input, signature: signature), of: partner, to: request, signed: fields.signature)
        return answer
    }

    private func check(
        _ answer: PartnerAnswer, _ fields: SignatureFields, of partner: Partner, to request: PartnerRequest, signed: String
    ) async throws {
        let now = world.now(), values = answer.values(to: request, signed: signed)
        let components = PartnerAnswer.components + (request.body == nil ? [] : ["\"content-digest\";req"])
        guard let input = fields.read(covering: components), input.isCurrent(at: now), let keyID = input.keyID else {
            throw Failure(why: "status \(answer.status), not signed for this question")
        }
        let (address, number) = KnowPartner.parts(of: keyID)
        guard address == partner.address else { throw Failure(why: "signed by another server") }
        var known = partner
        if !known.keys.contains(where: { $0.number == number }) {
            known = try await RenewKeys(database: database, world: world, line: federation.line)(partner) ?? partner
        }
        guard known.leftOut != .key, let key = known.keys.first(where: { $0.number == number }), key.isGood(at: now) else {
            throw Failure(why: "signed with a key that nobody accepted")
        }
        guard fields.holds(values, by: key.open.bytes) else { throw Failure(why: "the signature is not that of the answer") }
    }
}
