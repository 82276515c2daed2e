package import Logging
package import Storage

/// Sends what is due: alerts to those who want them at once, digests to the others.
///
/// Each lane hands over one notice at a time and asks for the next when what became of the last one is committed; the commits of lanes that
/// finish together share a transaction. A carrier may be given more notices than it has connections, and takes of each connection no further
/// one until the last is noted. So a program that is killed has at most one notice a connection which a server took and no row knows of:
/// after the restart that one goes out again, with the same Message-ID. No fewer is possible, since taking a message and noting it are done
/// by two machines that share no transaction: noting it first would lose one in place of doubling one. Nothing is lost, for a row stays due
/// until it is noted, and a claim ends by itself.
package struct DeliverAlerts: Round {
    let database: any Database
    let world: World
    let carriers: [any AlertCarrier]
    let writing: NoticeWriting
    let lanes: Int
    let receivers: Receivers
    let logger: Logger

    /// - Parameters:
    ///   - carriers: in the order in which they are asked.
    ///   - receivers: whom the carriers can reach.
    ///   - lanes: how many notices are handed over at a time; for mail see ``MailCarrier/lanes(connections:)``.
    package init(
        database: any Database, world: World, carriers: [any AlertCarrier], to receivers: Receivers = .all, writing: NoticeWriting, lanes: Int,
        logger: Logger
    ) {
        self.database = database
        self.world = world
        self.carriers = carriers
        self.receivers = receivers
        self.writing = writing
        self.lanes = max(1, lanes)
        self.logger = logger
    }

    package func callAsFunction(until sign: StopSign) async throws {
        let now = world.now()
        let receivers = receivers
        guard try await database.read({ db in try db.hasDueDelivery(to: receivers, at: now) || db.hasSendingAlert() }) else { return }
        let worker = world.newID(), supply = Supply(database: database, world: world, worker: worker, to: receivers, size: 8 * lanes)
        let fates = GroupCommit<Settlement, Void>(groupLimit: 256, queueLimit: .max) { settlements in
            try await database.write(keeping: Self.keeping(settlements)) { db in
                try db.relax()
                try db.settle(settlements, by: worker)
                return settlements.map { _ in .success(()) }
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await fates.run() }
            group.addTask { await supply.keep() }
            try await withThrowingTaskGroup(of: Void.self) { lanes in
                for _ in 0..<self.lanes { lanes.addTask { try await lane(supply, fates, sign) } }
                defer { fates.stop() }
                try await lanes.waitForAll()
            }
            group.cancelAll()
        }
        try await supply.giveBack()
        if !sign.isUp { try await database.write { db in try db.settleAlerts() } }
    }

    private func lane(_ supply: Supply, _ fates: GroupCommit<Settlement, Void>, _ sign: StopSign) async throws {
        var next = try await supply.next(until: sign)
        while let parcel = next {
            try await tell(parcel, fates)
            next = try await supply.next(until: sign, hasFinished: true)
        }
    }

    private func tell(_ parcel: Parcel, _ fates: GroupCommit<Settlement, Void>) async throws {
        let skipped = parcel.contents.skipped.map { ($0.0, Fate.skipped($0.1)) }
        guard let notice = writing(parcel) else { return try await fates(Settlement(fates: skipped, at: world.now())) }
        let note: @Sendable (Carriage) async throws -> Void = { carriage in
            let now = world.now()
            let delay = carriage.isLater ? RetryDelay.seconds(after: parcel.deliveries.map(\.attempts).max() ?? 1, token: world.token()) : 0
            let told = parcel.contents.told.map { ($0.delivery, carriage.fate(of: $0.delivery, at: now, delay: delay)) }
            let lost = carriage.isUnreachable ? LostWay(notice, event: world.newID()) : nil
            try await fates(Settlement(fates: skipped + told, lost: lost, at: now))
        }
        for carrier in carriers where try await carrier.carry(notice, noting: note) { return }
        try await note(.notMine)
    }

    /// That mail was taken need not wait for the disk: after a power cut what was noted since the last page was claimed, which is on the disk,
    /// goes out again. Everything else is more than a note, and is kept for good.
    private static func keeping(_ settlements: [Settlement]) -> Keeping {
        settlements.allSatisfy { $0.lost == nil && $0.fates.allSatisfy { if case .sent = $0.1 { true } else { false } } }
            ? .throughKills : .throughPowerCuts
    }
}

/// What became of a parcel, for one commit.
struct Settlement: Sendable {
    let fates: [(Delivery, Fate)]
    var lost: LostWay?
    let at: Instant
}

/// A way to a supporter of which somebody said that it does not exist: an address, or else a browser.
struct LostWay: Sendable {
    let supporter: Supporter.ID
    /// Under which name the browser is found; nil for an address.
    let browser: String?
    let event: String

    init(_ notice: AlertNotice, event: String) {
        supporter = notice.supporter
        browser = notice.address == nil ? notice.browser?.lookup : nil
        self.event = event
    }
}

extension Connection {
    /// Writes down what became of them; those that were sent, which are most, together.
    func settle(_ settlements: [Settlement], by worker: String) throws {
        var sent: [Delivery] = [], sentAt: Instant?
        for settlement in settlements {
            for (delivery, fate) in settlement.fates {
                if case .sent(let at) = fate {
                    sent.append(delivery)
                    sentAt = max(sentAt ?? at, at)
                } else {
                    try settle(delivery, fate, by: worker)
                }
            }
            if let lost = settlement.lost { try note(lost, at: settlement.at) }
        }
        if let sentAt { try noteSent(sent, by: worker, at: sentAt) }
    }

    private func note(_ lost: LostWay, at now: Instant) throws {
        if let browser = lost.browser {
            try forgetBrowser(browser, of: lost.supporter, event: lost.event, at: now)
        } else {
            try noteBounce(of: lost.supporter, weight: BounceWeight.hard, at: now)
        }
    }
}

extension Carriage {
    var isUnreachable: Bool { if case .unreachable = self { true } else { false } }
    fileprivate var isLater: Bool { if case .later = self { true } else { false } }

    fileprivate func fate(of delivery: Delivery, at now: Instant, delay: Int) -> Fate {
        switch self {
        case .taken: .sent(at: now)
        case .notMine: .skipped(.noWay)
        case .notYet(let seconds): .notYet(now.adding(seconds: max(1, seconds)))
        case .never(let reason), .unreachable(let reason): .gaveUp(reason)
        case .later(let reason):
            delivery.attempts >= Delivery.attemptsAtMost ? .gaveUp(reason) : .later(now.adding(seconds: delay), because: reason)
        }
    }
}
