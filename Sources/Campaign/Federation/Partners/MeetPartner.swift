import Documents
import Outgoing
package import Storage

/// Makes another server known here: asks who it is, has somebody compare its key, and lets it go.
package struct MeetPartner: Sendable {
    let database: any Database
    let world: World
    let federation: Federation

    package init(database: any Database, world: World, federation: Federation) {
        self.database = database
        self.world = world
        self.federation = federation
    }

    /// What the two servers are to each other.
    package enum Role: String, Sendable, CaseIterable {
        /// We take its outputs.
        case follow
        /// It takes ours.
        case follower
        case both

        package init?(weFollow: Bool, followsUs: Bool) {
            switch (weFollow, followsUs) {
            case (true, true): self = .both
            case (true, false): self = .follow
            case (false, true): self = .follower
            case (false, false): return nil
            }
        }
    }

    /// Asks the server who it is, and keeps its key to be compared. Nothing goes on between the two until then. Throws `PartnerRefusal`.
    @discardableResult
    package func add(_ typed: String, by staff: String) async throws -> Partner {
        guard let url = try? OutgoingURL(typed.trimmed), url.path == "/" else { throw PartnerRefusal.unfitAddress }
        let address = url.origin, now = world.now(), fresh = Partner.ID(world.newID()), event = world.newID()
        if try await ownCard().server == address { throw PartnerRefusal.ourselves }
        let card = try await AskCard(line: federation.line)(address)
        guard let last = card.keys.last else { throw PartnerRefusal.noCard("no key") }
        return try await database.write { db in
            let known = try db.partner(at: address), id = known?.id ?? fresh
            if known == nil { try db.insert(id, at: address, name: card.name.cut(to: 100), by: staff, at: now) }
            guard try db.put(last, of: id, accepted: nil) else { throw PartnerRefusal.keyTaken }
            try db.log("partner.met", subject: id.text, by: staff, detail: last.number, id: event, at: now)
            guard let partner = try db.partner(id) else { throw PartnerRefusal.unknown }
            return partner
        }
    }

    /// Somebody compared the key with the other side, by another way than the one by which it came. Throws `PartnerRefusal`.
    ///
    /// A key for which none vouched may stand in the place of one that was stolen: the one before is good for nothing from then on, what was told with
    /// it is forgotten, and the server tells anew. So does this one.
    ///
    /// - Parameter fingerprint: as the other side reads it out; blanks and capitals do not matter.
    package func accept(_ address: String, fingerprint: String, as role: Role, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        let number = fingerprint.lowercased().filter { !$0.isWhitespace }
        try await database.write { db in
            guard let partner = try db.partner(at: address) else { throw PartnerRefusal.unknown }
            guard let key = partner.keys.last(where: { $0.retiredAt == nil && $0.number == number }) else { throw PartnerRefusal.otherKey }
            if key.acceptedAt == nil {
                guard try db.acceptKey(number, of: partner.id, at: now) else { throw PartnerRefusal.otherKey }
                try db.retireKeys(of: partner.id, but: number, at: now.adding(seconds: -SignatureFields.seconds))
                if partner.isAccepted { try db.forgetTallies(by: partner.id) }
            }
            try db.tellAnew(partner.id)
            try db.setRoles(of: partner.id, weFollow: role != .follower, followsUs: role != .follow, due: now)
            try db.touchCounted(by: partner.id)
            try db.log("partner.accepted", subject: partner.id.text, by: staff, detail: "\(role.rawValue) \(number)", id: event, at: now)
        }
    }

    /// Nothing goes on between the two any more. What came from it stays, and its withdrawals do not come any more; what it counted is left out.
    /// Throws `PartnerRefusal`.
    package func end(_ address: String, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let partner = try db.partner(at: address), try db.endPartner(partner.id, at: now) else { throw PartnerRefusal.unknown }
            try db.touchCounted(by: partner.id)
            try db.log("partner.ended", subject: partner.id.text, by: staff, id: event, at: now)
        }
    }

    /// What this server says of itself.
    package func ownCard() async throws -> ServerCard {
        let section = try await database.read { db in try db.sections().first { $0.code == .international } }
        guard let section else { throw PartnerRefusal.unknown }
        return ServerCard(server: federation.origin(section), name: section.name, keys: try federation.keys().keys)
    }
}
