import Documents
package import Storage

/// Takes entries of the ledger out of the sum, or puts them back, by further entries of opposite quantity. The tally follows in the same transaction.
package struct CorrectCounts: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What it would do; changes nothing. Throws `CorrectionRefusal`.
    package func plan(_ correction: Correction, _ selection: CountSelection) async throws -> CorrectionPlan {
        try await database.read { db in try db.plan(correction, db.meant(correction, selection)) }
    }

    /// Does it, and tells what it did. Throws `CorrectionRefusal`.
    ///
    /// - Parameter digest: of the plan that was confirmed; nil when nobody saw one.
    package func callAsFunction(
        _ correction: Correction, _ selection: CountSelection, reason: String, by name: String, confirming digest: String? = nil
    ) async throws -> CorrectionPlan {
        guard reason.contains(where: \.isLetter) else { throw CorrectionRefusal.noReason }
        let reason = String(reason.prefix(500))
        let entries = try await database.read { db in try db.meant(correction, selection) }
        let now = world.now(), event = world.newID()
        // Once restored, a case of the same entry may be corrected again: the ids are new, the tokens say what each is about.
        let made = entries.map { ($0, Report.ID(world.newID())) }
        return try await database.write { db in
            let meant = try db.meant(correction, selection), plan = try db.plan(correction, meant)
            guard meant.map(\.report.id) == entries.map(\.report.id), digest == nil || digest == plan.digest else { throw CorrectionRefusal.changed }
            for part in made.chunks(of: 300) { try db.enter(correction, part, reason: reason, by: name, at: now) }
            try db.log(
                correction.eventName, subject: entries.count == 1 ? entries[0].report.id.text : "\(entries.count)", by: name,
                detail: plan.digest, id: event, at: now)
            return plan
        }
    }
}

extension Connection {
    fileprivate func meant(_ correction: Correction, _ selection: CountSelection) throws -> [Correctable] {
        guard !selection.isUnbounded else { throw CorrectionRefusal.unbounded }
        let entries = try correctable(correction, selection)
        guard !entries.isEmpty else { throw CorrectionRefusal.nothingMeant }
        return entries
    }

    fileprivate func plan(_ correction: Correction, _ entries: [Correctable]) throws -> CorrectionPlan {
        var sums: [ChangedSum: Int] = [:]
        for entry in entries where correction == .restore || entry.void == nil {
            sums[ChangedSum(reference: entry.reference, isElsewhere: entry.report.source == .import), default: 0] +=
                correction == .restore ? entry.report.quantity : -entry.report.quantity
        }
        let changes = try sums.map { sum, change in
            let tally = try tally(of: wholeAction(sum.reference).id)
            let before = sum.isElsewhere ? tally.countedElsewhere() : tally.counted()
            return CorrectionPlan.Change(reference: sum.reference, isElsewhere: sum.isElsewhere, before: before, after: before + change)
        }
        return CorrectionPlan(
            entries: entries.count, appeals: entries.reduce(0) { $0 + $1.report.quantity },
            changes: changes.sorted { ($0.reference, $0.isElsewhere ? 1 : 0) < ($1.reference, $1.isElsewhere ? 1 : 0) },
            digest: Digest.sha256(entries.map(\.report.id.text).joined(separator: " ") + correction.rawValue))
    }

    fileprivate func enter(_ correction: Correction, _ made: ArraySlice<(Correctable, Report.ID)>, reason: String, by name: String, at now: Instant)
        throws
    {
        if correction == .void { try keepOut(made.compactMap { $0.0.void }, reason: reason, by: name) }
        let open = correction == .restore ? Array(made) : made.filter { $0.0.void == nil }
        let entered = try insert(open.map { $0.0.corrected(by: correction, as: $0.1, at: now) })
        try insert(
            open.filter { entered.contains($0.1) }.map { entry, id in
                CorrectionNote(
                    report: id, kind: correction.state, about: entry.void ?? entry.report.id, suspicion: correction == .hold ? .hour : nil,
                    reason: reason, by: name)
            })
    }
}

private struct ChangedSum: Hashable {
    let reference: Reference
    let isElsewhere: Bool
}

extension Correctable {
    /// The further entry: of opposite quantity, or the same once more. It stands under the same day and channel, so that the sums agree there too.
    fileprivate func corrected(by correction: Correction, as id: Report.ID, at now: Instant) -> Report {
        let isBack = correction == .restore
        return Report(
            id: id, output: report.output, section: report.section, channel: report.channel,
            quantity: isBack ? report.quantity : -report.quantity, source: report.source, isLate: report.isLate,
            tokenHash: correction.tokenHash(of: isBack ? void ?? report.id : report.id), reportedOn: report.reportedOn, reportedAt: now,
            group: isBack ? group : nil, voids: isBack ? nil : report.id)
    }
}

extension Correction {
    fileprivate var state: CorrectedState {
        switch self {
        case .hold: .held
        case .void: .voided
        case .restore: .restored
        }
    }
}

extension Array {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
