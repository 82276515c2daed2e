import Documents
package import Storage

/// Enters returns in the ledger, all in one transaction or none. A return that was entered before counts no second time.
package struct EnterCounts: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What would become of each return, in order; changes nothing.
    package func plan(_ entries: [CountEntry], of section: Section.Code) async throws -> [Verdict] {
        let ids = entries.map { _ in world.newID() }, now = world.now()
        return try await database.read { db in try db.judge(entries, ids, of: section, at: now) }
    }

    /// Enters them, and tells what became of each. When one is refused, none is entered.
    package func callAsFunction(_ entries: [CountEntry], of section: Section.Code, by name: String) async throws -> [Verdict] {
        let ids = entries.map { _ in world.newID() }, now = world.now(), event = world.newID()
        return try await database.write { db in
            let verdicts = try db.judge(entries, ids, of: section, at: now)
            guard !verdicts.contains(where: \.isRefused) else { return verdicts }
            let reports = verdicts.compactMap(\.report)
            var entered: Set<Report.ID> = []
            for part in reports.chunks(of: 300) { entered.formUnion(try db.insert(Array(part))) }
            try db.insertNotes(
                zip(reports, zip(verdicts, entries).filter { $0.0.report != nil }.map(\.1.note)).filter { entered.contains($0.0.id) }, by: name)
            if !entered.isEmpty {
                try db.log(
                    "counts.entered", subject: entered.count == 1 ? reports.first?.id.text ?? "" : "\(entered.count)", by: name, id: event, at: now)
            }
            return verdicts
        }
    }

    /// What becomes of one return.
    package enum Verdict: Sendable, Equatable {
        case counts(Report)
        /// It is in the ledger already.
        case known
        case refused(Message)

        package var isRefused: Bool { if case .refused = self { true } else { false } }
        var report: Report? { if case .counts(let report) = self { report } else { nil } }
    }
}

extension Connection {
    fileprivate func judge(_ entries: [CountEntry], _ ids: [String], of section: Section.Code, at now: Instant) throws -> [EnterCounts.Verdict] {
        guard let home = try sections().first(where: { $0.code == section }) else { throw UnknownSection(code: section) }
        var actions: [Reference: Action?] = [:]
        var tokens: Set<String> = []
        let known = try knownTokens(entries.map { CountingToken.hash($0.token, section) })
        return try zip(entries, ids).map { entry, id in
            let hash = CountingToken.hash(entry.token, section)
            if known.contains(hash) || !tokens.insert(hash).inserted { return .known }
            if actions[entry.reference] == nil { actions[entry.reference] = .some(try shownAction(entry.reference, by: section)) }
            guard case .some(.some(let action)) = actions[entry.reference] else {
                return .refused(Message("desk.counting_problem_unknown", ["reference": entry.reference.printed(.slash)]))
            }
            let group = try entry.group.flatMap { code in try writingGroup(code, of: section) }
            if entry.group != nil, group == nil { return .refused(Message("desk.counting_problem_group")) }
            return entry.verdict(action, home, as: Report.ID(id), group, hash, at: now)
        }
    }

    private func writingGroup(_ code: GroupCode, of section: Section.Code) throws -> WritingGroup? {
        do { return try group(code.text, of: section) } catch is GroupRefusal { return nil }
    }

    private func shownAction(_ reference: Reference, by section: Section.Code) throws -> Action? {
        do {
            let action = try publicAction(reference)
            return action.isShown(by: section) ? action : nil
        } catch is ActionRefusal {
            return nil
        }
    }
}

enum CountingToken {
    /// Another section's table with the same key is another table.
    static func hash(_ token: String, _ section: Section.Code) -> String { Digest.sha256("count \(section.rawValue) \(token)") }
}

extension CountEntry {
    fileprivate func verdict(
        _ action: Action, _ home: Section, as id: Report.ID, _ group: WritingGroup?, _ hash: String, at now: Instant
    ) -> EnterCounts.Verdict {
        guard day <= now.day(in: home.timeZone) else { return .refused(Message("desk.counting_problem_future")) }
        guard let output = ordinal.map(action.output) ?? action.output(askingForLettersOn: day) else {
            return .refused(Message("desk.counting_problem_no_output"))
        }
        if let issued = output.issuedOn, day < issued { return .refused(Message("desk.counting_problem_before", ["date": issued.text])) }
        let window = action.reportWindow(for: output, in: home.code, zone: home.timeZone, lateDays: home.lateDays, on: day)
        if case .closed(let since) = window { return .refused(ReportRefusal.closed(since: since).message) }
        return .counts(
            Report(
                id: id, output: output.id, section: home.code, channel: channel, quantity: quantity, source: source, isLate: window != .open,
                tokenHash: hash, reportedOn: day, reportedAt: now, group: group?.id))
    }
}

extension Action {
    /// The document that asked for letters on a day: the last one issued until then, else the first that asks.
    func output(askingForLettersOn day: Day) -> Output? {
        let asking = outputs.filter(\.kind.asksForLetters)
        return asking.last { $0.issuedOn.map { $0 <= day } ?? false } ?? asking.first
    }
}
