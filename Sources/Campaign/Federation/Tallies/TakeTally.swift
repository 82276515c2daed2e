package import Documents
package import Storage

/// Takes what another server says it counted.
struct TakeTally: Sendable {
    let database: any Database
    let world: World

    /// Throws `TallyTold.Refusal`.
    func callAsFunction(_ request: PartnerRequest, _ fields: SignatureFields, of partner: Partner) async throws -> PartnerTally.State {
        let body = request.body ?? [], told = try TallyTold(json: body), now = world.now()
        guard told.server == partner.address else { throw TallyTold.Refusal.otherServer }
        guard let reference = try? Reference(told.reference) else { throw TallyTold.Refusal.malformed }
        return try await database.write { db in
            let action = try db.action(reference, fetchedBy: partner)
            let ordinals = Set(try db.outputPlaces(of: action).filter(\.isPublic).map(\.ordinal))
            guard told.figures.allSatisfy({ ordinals.contains($0.output) }) else { throw TallyTold.Refusal.malformed }
            let before = try db.partnerTallies(of: action, by: partner.id), counted = before.first { $0.state == .counted }
            guard before.allSatisfy({ $0.seq < told.seq }) else { throw TallyTold.Refusal.old }
            let today = counted.flatMap { $0.baseAt > now.adding(seconds: -86_400) ? $0 : nil }
            let base = today?.base ?? counted?.appeals ?? 0
            let isJump = TallyTold.isJump(from: counted?.appeals ?? 0, aDayAgo: base, to: told.appeals)
            let state = isJump ? PartnerTally.State.held : .counted
            let tally = PartnerTally(
                partner: partner.id, action: action, state: state, seq: told.seq, appeals: told.appeals, at: now, base: base,
                baseAt: today?.baseAt ?? now,
                message: String(decoding: body, as: UTF8.self), authority: request.authority, fields: fields)
            try db.forgetTally(of: action, by: partner.id, .held)
            try db.put(tally)
            if state == .counted { try db.count(told, of: action, by: partner.id, at: now) }
            return state
        }
    }
}

/// What somebody decides about a tally that was held.
package struct DecideTally: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Counts it, or leaves it away: then what was counted before stays. Throws `PartnerRefusal.unknown` when there is none.
    package func callAsFunction(_ reference: Reference, of address: String, counts: Bool, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let partner = try db.partner(at: address), let action: Action.ID = try db.actionRow(reference).map({ try $0("id") }),
                let held = try db.partnerTallies(of: action, by: partner.id).first(where: { $0.state == .held })
            else { throw PartnerRefusal.unknown }
            try db.forgetTally(of: action, by: partner.id, .held)
            if counts {
                try db.put(held.counted(at: now))
                try db.count(TallyTold(json: Array(held.message.utf8)), of: action, by: partner.id, at: held.at)
            }
            let detail = "\(counts ? "counted" : "left away") \(held.appeals) seq \(held.seq)"
            try db.log("partner.tallyDecided", subject: partner.id.text, by: staff, detail: detail, id: event, at: now)
        }
    }
}

extension PartnerTally {
    /// Steps are measured from it from now on.
    fileprivate func counted(at now: Instant) -> PartnerTally {
        PartnerTally(
            partner: partner, action: action, state: .counted, seq: seq, appeals: appeals, at: at, base: appeals, baseAt: now, message: message,
            authority: authority, fields: fields)
    }
}

/// Proves again what other servers counted: each signature, and that the figures are those that were signed.
package struct VerifyPartners: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// What is wrong, in sentences.
    package func callAsFunction() async throws -> [String] {
        try await database.read { db in
            let partners = try db.partners()
            return try partners.flatMap { partner in
                try db.partnerTallies(by: partner.id).compactMap { tally in
                    let name = "\(try db.reference(of: tally.action).printed()): the tally of \(partner.address)"
                    if !tally.isProved(by: partner.keys) { return "\(name) is not what it signed" }
                    guard tally.state == .counted else { return nil }
                    let told = try TallyTold(json: Array(tally.message.utf8)), kept = try db.partnerFigures(of: tally.action, by: partner.id)
                    return Set(kept) == Set(told.figures.map { "\($0.output) \($0.channel) \($0.appeals)" }) ? nil : "\(name) is not what is counted"
                } + (db.strayFigures(of: partner.id) == 0 ? [] : ["\(partner.address) has figures that no tally says"])
            }
        }
    }
}
