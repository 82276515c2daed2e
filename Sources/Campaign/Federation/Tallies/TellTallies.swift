import Documents
import Storage

/// Tells the server that an action came from what was counted here, whenever that changed.
struct TellTallies: Sendable {
    let database: any Database
    let world: World
    let federation: Federation

    /// Throws `AskPartner.Failure` when nobody answers. A tally that is refused is noted, and told again once it has changed.
    func callAsFunction(_ partner: Partner) async throws {
        let meet = MeetPartner(database: database, world: world, federation: federation), own = try await meet.ownCard().server
        let ask = AskPartner(database: database, world: world, federation: federation)
        let due = try await database.read { db in
            let sections = try db.sections()
            return try db.followedTallies(from: partner.id).compactMap { one in
                let figures = PublicFigures(try db.tally(of: one.action), sections).figures
                let hash = Digest.sha256(figures.map { "\($0.output) \($0.channel) \($0.appeals)" }.joined(separator: "\n"))
                // nothing is told before there is something, and that it came down to nothing is told
                return hash == one.toldHash || (figures.isEmpty && one.toldHash == nil) ? nil : (one, figures, hash)
            }
        }
        for (one, figures, hash) in due {
            let now = world.now(), seq = max(one.toldSeq + 1, now.milliseconds)
            let told = TallyTold(server: own, reference: one.reference.printed(), seq: seq, figures: figures)
            let answer = try await ask(partner, "POST", PartnerPath.tallies, body: told.json())
            try await database.write { db in
                if answer.status != 200 { try db.noteFailure(partner.id, "tally of \(told.reference): \(FollowPartner.words(answer))", at: now) }
                guard answer.status == 200 || [404, 409, 410, 422].contains(answer.status) else { return }
                try db.noteTold(one.action, to: partner.id, seq: seq, hash: hash)
            }
        }
    }
}

/// What of a tally another server is told: what was counted here, and no more than our own pages may show.
struct PublicFigures {
    /// By output and channel where each part may be shown, else the sum alone; empty while the sum may not be shown.
    let figures: [TallyTold.Figure]

    init(_ tally: Tally, _ sections: [Section]) {
        let lines = tally.lines.filter { $0.server == nil && $0.source != .import }
        let involved = Set(lines.map(\.section)), threshold = sections.filter { involved.contains($0.code) }.map(\.threshold).max() ?? 0
        let parts = Dictionary(grouping: lines) { Place(output: $0.ordinal, channel: $0.channel) }.mapValues { $0.reduce(0) { $0 + $1.appeals } }
            .filter { $0.value != 0 }
        let sum = parts.values.reduce(0, +)
        guard sum >= max(1, threshold) else {
            figures = []
            return
        }
        if parts.values.allSatisfy({ $0 >= threshold }) {
            figures = parts.map { TallyTold.Figure(output: $0.key.output, channel: $0.key.channel.rawValue, appeals: $0.value) }
                .sorted { ($0.output, $0.channel) < ($1.output, $1.channel) }
        } else {
            let last = parts.keys.map(\.output).max() ?? 1
            figures = [TallyTold.Figure(output: last, channel: Channel.other.rawValue, appeals: sum)]
        }
    }

    private struct Place: Hashable {
        let output: Int
        let channel: Channel
    }
}
