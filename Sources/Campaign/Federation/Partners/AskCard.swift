import Documents
import Outgoing
import Storage

/// Asks a server who it is, and which keys it has.
struct AskCard: Sendable {
    let line: any PartnerLine

    /// Throws `PartnerRefusal`.
    func callAsFunction(_ address: String) async throws -> ServerCard {
        guard let url = try? OutgoingURL(address + ServerCard.path), url.origin == address else { throw PartnerRefusal.unfitAddress }
        let answer: OutgoingAnswer
        do { answer = try await line.ask(OutgoingRequest(url)) } catch { throw PartnerRefusal.noCard(error.description) }
        guard answer.status == 200 else { throw PartnerRefusal.noCard("status \(answer.status)") }
        guard let card = ServerCard(json: answer.body, of: address) else { throw PartnerRefusal.noCard("not what such a server says of itself") }
        return card
    }
}

/// Looks whether a server has another key, and takes it where a key that was accepted vouches for it.
///
/// Where none does, the server is left out of the totals and nothing is taken from it until somebody compared the new key.
struct RenewKeys: Sendable {
    let database: any Database
    let world: World
    let line: any PartnerLine

    /// At most once a minute for each server, whoever asks. The server as it is known then.
    func callAsFunction(_ partner: Partner) async throws -> Partner? {
        let now = world.now()
        guard try await database.write({ db in try db.mayLookAtCard(partner.id, at: now) }) else { return nil }
        let card: ServerCard
        do { card = try await AskCard(line: line)(partner.address) } catch let refusal as PartnerRefusal {
            guard case .noCard(let why) = refusal else { throw refusal }
            try await database.write { db in try db.noteFailure(partner.id, "key: \(why)", at: now) }
            return nil
        }
        let event = world.newID()
        return try await database.write { db in
            guard let partner = try db.partner(partner.id), partner.endedAt == nil else { return nil }
            try db.take(card, of: partner, event: event, at: now)
            return try db.partner(partner.id)
        }
    }
}

extension Connection {
    /// What a server says of its keys now.
    fileprivate func take(_ card: ServerCard, of partner: Partner, event: String, at now: Instant) throws {
        // a key that was given up vouches for none: after a theft somebody else has it
        let known = partner.keys.filter { $0.acceptedAt != nil && $0.retiredAt == nil }.map(\.open), trusted = card.trusted(by: known)
        try rename(partner.id, card.name.cut(to: 100))
        guard let last = card.keys.last else { return }
        if trusted.contains(last) {
            let isNew = !known.contains { $0.number == last.number }
            for key in trusted { _ = try put(key, of: partner.id, accepted: now) }
            if isNew { try log("partner.keyRenewed", subject: partner.id.text, by: "amparo", detail: last.number, id: event, at: now) }
        } else if try put(last, of: partner.id, accepted: nil), partner.isAccepted, partner.leftOut != .key {
            try set(.key, for: partner.id)
            try noteFailure(partner.id, "another key, for which the accepted one does not vouch", at: now)
            try log("partner.keyDoubted", subject: partner.id.text, by: "amparo", detail: last.number, id: event, at: now)
        }
    }
}
