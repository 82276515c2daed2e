import Foundation
package import Storage

/// What another server is answered: changes of outputs, that its tally was taken, that its nudge was heard.
package struct AnswerPartner: Sendable {
    /// The most that a request may hold.
    package static let bytes = 65_536

    let database: any Database
    let world: World
    let federation: Federation
    let meet: MeetPartner

    package init(database: any Database, world: World, federation: Federation) {
        self.database = database
        self.world = world
        self.federation = federation
        meet = MeetPartner(database: database, world: world, federation: federation)
    }

    /// An answer with its signature; one to an unsigned question has none.
    package struct Signed: Sendable {
        package let answer: PartnerAnswer
        package let fields: SignatureFields?
    }

    /// The host to which others sign, and the JSON of ``ServerCard``.
    package func card() async throws -> (authority: String, json: String) {
        let card = try await meet.ownCard()
        return (card.server.split(separator: "/").last.map(String.init) ?? "", try card.json())
    }

    /// - Parameter request: with our own host as its authority, as ``card()`` has it.
    package func callAsFunction(_ request: PartnerRequest, _ fields: SignatureFields?) async throws -> Signed {
        let answer: PartnerAnswer
        do {
            answer = try await said(to: request, fields)
        } catch let doubt as KnowPartner.Doubt {
            answer = Self.problem(doubt == .notLetIn ? 403 : 401, doubt.rawValue)
            if let input = fields.flatMap({ SignatureInput($0.input) }) { try await note(doubt, input) }
        } catch let refusal as TallyTold.Refusal {
            answer = Self.problem(refusal.status, refusal.rawValue)
        }
        return Signed(answer: answer, fields: try await signature(of: answer, to: request, fields))
    }

    private func said(to request: PartnerRequest, _ fields: SignatureFields?) async throws -> PartnerAnswer {
        let partner = try await KnowPartner(database: database, world: world, federation: federation)(request, fields)
        switch (request.method, request.path) {
        case ("GET", PartnerPath.outputs):
            guard partner.followsUs else { throw KnowPartner.Doubt.notLetIn }
            return try await page(request, for: partner)
        case ("POST", PartnerPath.tallies):
            guard partner.followsUs, let fields else { throw KnowPartner.Doubt.notLetIn }
            let take = TakeTally(database: database, world: world)
            let state = try await take(request, fields, of: partner)
            return PartnerAnswer(status: 200, body: Array(#"{"state":"\#(state.rawValue)"}"#.utf8))
        case ("POST", PartnerPath.ping):
            guard partner.weFollow else { throw KnowPartner.Doubt.notLetIn }
            let now = world.now()
            try await database.write { db in try db.setDue(partner.id, at: now) }
            return PartnerAnswer(status: 200, body: Array("{}".utf8))
        default: return Self.problem(404, "nothing here")
        }
    }

    private func page(_ request: PartnerRequest, for partner: Partner) async throws -> PartnerAnswer {
        guard request.query.hasPrefix("?after="), let after = Int64(request.query.dropFirst(7)), after >= 0 else {
            return Self.problem(400, "?after= a number")
        }
        let name = try await meet.ownCard().server
        let page = try await database.write { db in
            let page = try db.changes(after: after, of: name)
            try db.noteGiven(partner.id, upTo: page.next)
            return page
        }
        return PartnerAnswer(status: 200, body: try page.json())
    }

    /// That somebody came in a known server's name whom we did not believe. Anybody can; so it is shown and has no further consequence.
    private func note(_ doubt: KnowPartner.Doubt, _ input: SignatureInput) async throws {
        let now = world.now(), address = KnowPartner.parts(of: input.keyID ?? "").address
        try await database.write { db in
            guard let partner = try db.partner(at: address) else { return }
            try db.noteFailure(partner.id, "a request in its name: \(doubt.rawValue)", at: now)
        }
    }

    private func signature(of answer: PartnerAnswer, to request: PartnerRequest, _ asked: SignatureFields?) async throws -> SignatureFields? {
        guard let asked, asked.signature.utf8.count <= 500 else { return nil }
        let keys = try federation.keys(), server = try await meet.ownCard().server
        let components = PartnerAnswer.components + (request.body == nil ? [] : ["\"content-digest\";req"])
        return SignatureFields(
            components, answer.values(to: request, signed: asked.signature), by: keys.secret, keyID: "\(server)#\(keys.current.number)",
            nonce: world.token(), at: world.now())
    }

    private static func problem(_ status: Int, _ why: String) -> PartnerAnswer {
        PartnerAnswer(status: status, body: Array(JSON.object([("problem", .words(why))]).text.utf8))
    }
}
