import Foundation
package import Logging
import Mail
package import Storage

/// Sends what is due: alerts to those who want them at once, digests to the others.
///
/// A number of notices is under way at a time. What became of those that are over is written down together, and then their connections may
/// go on: a carrier may be given more notices than it has connections, and ends on each no further one until the last is noted. So a program
/// that is killed has at most one notice a connection which a server took and no row knows of: after the restart that one goes out again,
/// with the same Message-ID. No fewer is possible, since taking a message and noting it are done by two machines that share no transaction:
/// noting it first would lose one in place of doubling one. Nothing is lost, for a row stays due until it is noted, and a claim ends by itself.
package struct DeliverAlerts: Round {
    let database: any Database
    let world: World
    let carriers: [any AlertCarrier]
    let writing: NoticeWriting
    let lanes: Int
    let receivers: Receivers
    let logger: Logger
    let measures: Measures

    /// - Parameters:
    ///   - carriers: in the order in which they are asked.
    ///   - receivers: whom the carriers can reach.
    ///   - lanes: how many notices are under way at a time; for mail see ``MailCarrier/lanes(connections:)``.
    package init(
        database: any Database, world: World, carriers: [any AlertCarrier], to receivers: Receivers = .all, writing: NoticeWriting, lanes: Int,
        logger: Logger, measures: Measures = Measures()
    ) {
        self.database = database
        self.world = world
        self.carriers = carriers
        self.receivers = receivers
        self.writing = writing
        self.lanes = max(1, lanes)
        self.logger = logger
        self.measures = measures
    }

    package func callAsFunction(until sign: StopSign) async throws {
        let now = world.now()
        let receivers = receivers
        guard try await database.read({ db in try db.hasDueDelivery(to: receivers, at: now) || db.hasSendingAlert() }) else { return }
        let worker = world.newID(), supply = Supply(database: database, world: world, worker: worker, to: receivers, size: 16 * lanes)
        let notes = Notebook()
        defer { notes.close() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await supply.keep() }
            group.addTask { await notes.tick() }
            group.addTask { await write(notes, worker, supply.lease) }
            group.addTask { for await _ in notes.folds { try? await fold(worker) } }  // what fails comes again with the next
            defer { group.cancelAll() }
            try await handOut(supply, notes, sign)
        }
        try await supply.giveBack()
        if !sign.isUp { try await database.write { db in try db.settleAlerts() } }
    }

    /// Gives out what is due, until nothing is and nobody is at work. When the sign is up it waits for what is under way alone.
    ///
    /// A server may keep one notice waiting for minutes. Until it is over the others go on, with what falls due meanwhile.
    private func handOut(_ supply: Supply, _ notes: Notebook, _ sign: StopSign) async throws {
        var turns = notes.turns.makeAsyncIterator(), trouble: (any Error)?
        await withDiscardingTaskGroup { carrying in
            while !sign.isUp, trouble == nil {
                let room = lanes - notes.underWay
                var parcels: [Parcel] = []
                do { if room > 0 { parcels = try await supply.next(room) } } catch { trouble = error }
                notes.begin(parcels.count)
                for start in stride(from: 0, to: parcels.count, by: share) {
                    let part = Array(parcels[start..<min(start + share, parcels.count)])
                    carrying.addTask { await bring(part, notes) }
                }
                guard parcels.isEmpty else { continue }
                if notes.underWay == 0 { break }
                guard await turns.next() != nil else { break }
                trouble = trouble ?? notes.failure
            }
        }
        while notes.underWay > 0, await turns.next() != nil {}  // ends early when this task is cancelled: then nobody notes the rest
        try Task.checkCancellation()
        if let trouble = trouble ?? notes.failure { throw trouble }
    }

    /// How many notices one task writes: so few that two processors have some, and so many that waking one is worth it.
    private var share: Int { max(1, min(24, lanes / 3)) }

    /// Writes their notices and leaves them to the carriers.
    private func bring(_ parcels: [Parcel], _ notes: Notebook) async {
        var parts = carriers.map { _ in (parcels: [Parcel](), notices: [AlertNotice]()) }
        for parcel in parcels {
            let notice = writing(parcel)
            guard let notice, let place = carriers.firstIndex(where: { $0.reaches(notice) }) else {
                enter(parcel, notice, .notMine, nil, notes)
                continue
            }
            parts[place].parcels.append(parcel)
            parts[place].notices.append(notice)
        }
        for (carrier, part) in zip(carriers, parts) where !part.parcels.isEmpty {
            await carrier.carry(part.notices) { place, carriage, receipt in
                enter(part.parcels[place], part.notices[place], carriage, receipt, notes)
            }
        }
    }

    private func enter(_ parcel: Parcel, _ notice: AlertNotice?, _ carriage: Carriage, _ receipt: Receipt?, _ notes: Notebook) {
        let now = world.now()
        let delay = carriage.isLater ? RetryDelay.seconds(after: parcel.deliveries.map(\.attempts).max() ?? 1, token: world.token()) : 0
        let skipped = parcel.contents.skipped.map { ($0.0, Fate.skipped($0.1)) }
        let told = notice == nil ? [] : parcel.contents.told.map { ($0.delivery, carriage.fate(of: $0.delivery, at: now, delay: delay)) }
        let lost = carriage.isUnreachable ? notice.map { LostWay($0, event: world.newID()) } : nil
        notes.enter(Settlement(fates: skipped + told, lost: lost, at: now), receipt)
    }

    /// Writes down what became of notices until it is cancelled: a group in one transaction, and while that is written the next one gathers.
    ///
    /// All lines wait for it a thousand times a second. It has a thread of its own, since a task would wake up later than it had written.
    private func write(_ notes: Notebook, _ worker: String, _ lease: Lease) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { end in
                let thread = Thread {
                    while let entries = notes.next(256) {
                        let settlements = entries.map(\.settlement), isNote = lease.allowsNotes(at: world.now())
                        notes.settle(entries) { try write(settlements, by: worker, asNote: isNote) }
                    }
                    end.resume()
                }
                thread.name = "notes"
                thread.start()
            }
        } onCancel: {
            notes.close()
        }
    }

    private func write(_ settlements: [Settlement], by worker: String, asNote isNote: Bool) throws {
        if isNote, let sent = settlements.sent {
            try database.noteBlocking(.note(of: sent.deliveries, by: worker, at: sent.at))
        } else {
            try database.writeBlocking(keeping: settlements.sent == nil ? .throughPowerCuts : .throughKills, isolation: .besideOthers) { db in
                try db.settle(settlements, by: worker, asNote: isNote)
            }
        }
        for (_, fate) in settlements.flatMap(\.fates) { measures.deliveries(fate.verdict).add() }
    }

    /// Enters in the rows what was noted. Only readers notice where it comes later: nobody else takes what is claimed.
    private func fold(_ worker: String) async throws {
        try await database.write(keeping: .throughKills, isolation: .besideOthers) { db in try db.foldNotes(of: worker) }
    }
}

/// What became of a parcel, for one commit.
struct Settlement: Sendable {
    let fates: [(Delivery, Fate)]
    var lost: LostWay?
    let at: Instant
}

extension [Settlement] {
    /// The deliveries, where all of them were sent and nothing else happened; and when the last one was.
    ///
    /// That mail was taken need not wait for the disk: after a power cut what was noted since the last page was claimed, which is on the disk,
    /// goes out again. Everything else is more than a note, and is kept for good.
    var sent: (deliveries: [Delivery], at: Instant)? {
        var deliveries: [Delivery] = [], last: Instant?
        for settlement in self {
            guard settlement.lost == nil else { return nil }
            for (delivery, fate) in settlement.fates {
                guard case .sent(let at) = fate else { return nil }
                deliveries.append(delivery)
                last = Swift.max(last ?? at, at)
            }
        }
        return last.map { (deliveries, $0) }
    }
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
    ///
    /// - Parameter asNote: those that were sent are noted in one line, which `foldNotes` enters later.
    func settle(_ settlements: [Settlement], by worker: String, asNote: Bool) throws {
        var sent: [Delivery] = [], sentAt: Instant?
        for settlement in settlements {
            for (delivery, fate) in settlement.fates {
                if case .sent(let at) = fate {
                    sent.append(delivery)
                    sentAt = max(sentAt ?? at, at)
                } else {
                    try settle(delivery, fate, by: worker, at: settlement.at)
                }
            }
            if let lost = settlement.lost { try note(lost, at: settlement.at) }
        }
        guard let sentAt else { return }
        if asNote { try execute(.note(of: sent, by: worker, at: sentAt)) } else { try noteSent(sent, by: worker, at: sentAt) }
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
