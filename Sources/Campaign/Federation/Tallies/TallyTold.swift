import Documents
import Foundation
import Storage

/// What one server tells another that it counted of an action: whole figures and never increments, so that a message that comes twice adds nothing.
///
/// It holds counts by output and channel, and no day, person or place: what the server's own pages show.
struct TallyTold: Sendable, Equatable, Codable {
    struct Figure: Sendable, Equatable, Codable {
        let output: Int
        let channel: String
        let appeals: Int
    }

    /// Who counted: `https://ch.example.org`
    let server: String
    /// `UA 119/21`
    let reference: String
    /// Greater in each message about an action.
    let seq: Int64
    let figures: [Figure]

    /// Why one is not taken. The words go to the other side.
    enum Refusal: String, Error {
        case malformed = "not a tally"
        case otherServer = "not of the server that signed it"
        case unknownAction = "no action of this server"
        case notTakenUp = "an action that was not fetched from here"
        case withdrawn = "the action was withdrawn"
        case old = "not newer than what was told before"

        var status: Int {
            switch self {
            case .malformed: 422
            case .otherServer: 403
            case .unknownAction: 404
            case .notTakenUp, .old: 409
            case .withdrawn: 410
            }
        }
    }

    var appeals: Int { figures.reduce(0) { $0 + $1.appeals } }

    /// One message tells of so much at most.
    static let most = 10_000_000

    init(server: String, reference: String, seq: Int64, figures: [Figure]) {
        self.server = server
        self.reference = reference
        self.seq = seq
        self.figures = figures
    }

    /// Throws ``Refusal`` for figures that no ledger adds up to.
    init(json: [UInt8]) throws(Refusal) {
        guard let told = try? JSONDecoder().decode(TallyTold.self, from: Data(json)), told.figures.count <= 1_000, told.seq > 0 else {
            throw .malformed
        }
        let isSound = told.figures.allSatisfy {
            Channel(rawValue: $0.channel) != nil && (1...Self.most).contains($0.appeals) && (1...999).contains($0.output)
        }
        let places = Set(told.figures.map { "\($0.output) \($0.channel)" })
        guard isSound, places.count == told.figures.count, told.appeals <= Self.most else { throw .malformed }
        self = told
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    /// Whether a step is so great that somebody should look before it counts: up, from what it was a day ago, or down, from what counts now.
    static func isJump(from before: Int, aDayAgo base: Int, to after: Int) -> Bool {
        (after - base > 1_000 && after > 3 * base) || (before - after > 100 && after < before / 2)
    }
}

/// A tally of another server as it is kept: with its signature, so that it can be proved again.
package struct PartnerTally: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        case counted
        /// Greater or smaller by so much than before that somebody looks first.
        case held
    }

    package let partner: Partner.ID
    package let action: Action.ID
    package let state: State
    package let seq: Int64
    package let appeals: Int
    package let at: Instant
    /// What counted at most a day before, and when.
    let base: Int
    let baseAt: Instant
    let message: String
    let authority: String
    let fields: SignatureFields

    /// Whether a key signed it for this server, and it says the number that is kept.
    package func isProved(by keys: [Partner.Key]) -> Bool {
        let body = Array(message.utf8)
        let request = PartnerRequest("POST", authority: authority, path: PartnerPath.tallies, body: body)
        guard let input = fields.read(covering: request.components), let told = try? TallyTold(json: body), told.appeals == appeals, told.seq == seq,
            let key = keys.first(where: { $0.number == KnowPartner.parts(of: input.keyID ?? "").number && $0.acceptedAt != nil })
        else { return false }
        return fields.holds(request.values, by: key.open.bytes)
    }
}
