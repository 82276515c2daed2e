package import Documents
import Foundation
package import Storage

/// What a section does with an output of the international one: adopts it as it is, adapts it, or declines it.
package struct DecideEdition: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package enum Decision: Sendable, Equatable {
        case adopt
        case adapt(OwnEdition)
        /// With the reason, for staff.
        case decline(String)
    }

    /// From then on the section's pages, lists, letters and alerts follow it. What was decided before is replaced; an edition that the section
    /// had made is kept while it adopts theirs or declines. Throws `EditionRefusal`, `ActionRefusal`.
    package func callAsFunction(
        _ reference: Reference, _ ordinal: Int, _ decision: Decision, for section: Section.Code, by name: String
    ) async throws {
        let now = world.now(), event = world.newID(), newID = world.newID
        if case .decline(let reason) = decision, !reason.contains(where: \.isLetter) { throw EditionRefusal.noReason }
        try await database.write { db in
            let (action, output) = try db.offered(reference, ordinal, to: section)
            let wasShown = action.isShown(output, by: section)
            let adoption = decision.adoption(of: output, in: section, by: name, at: now)
            if case .adapt(let own) = decision { try db.put(own, of: output.id, in: section, newID) }
            try db.put(adoption, of: output.id, revision: action.revision + 1)
            if adoption.state == .declined {
                try db.stopAlerts(about: output.id, of: section, by: name, at: now)
            } else if !wasShown {
                try db.draftAlerts(output, for: section, at: now)
            }
            try db.touch(action.id)
            let detail = "output \(ordinal) \(section.rawValue)"
            try db.log("edition.\(adoption.state.rawValue)", subject: action.id.text, by: name, detail: detail, id: event, at: now)
        }
    }

    /// Says of one field that was changed upstream whether the section keeps what it says or takes theirs. Throws `EditionRefusal`.
    package func settle(
        _ reference: Reference, _ ordinal: Int, field: String, taking isTaken: Bool, for section: Section.Code, by name: String
    ) async throws {
        let now = world.now(), event = world.newID(), newID = world.newID
        try await database.write { db in
            let (action, output) = try db.offered(reference, ordinal, to: section)
            guard let adoption = output.adoption(of: section), adoption.state != .declined else {
                throw EditionRefusal.notAdopted(reference, ordinal)
            }
            let present = Upstream(output)
            guard adoption.seen.changes(to: present).contains(where: { $0.field == field }) else { throw EditionRefusal.unchanged(field) }
            let own = OwnEdition(output, of: section), kept = isTaken ? own.taking(field) : own
            if kept != own { try db.put(kept, of: output.id, in: section, newID) }
            try db.put(
                adoption.seeing(field, of: present, keeping: kept, by: name, at: now), of: output.id, revision: action.revision + 1)
            try db.touch(action.id)
            let detail = "output \(ordinal) \(section.rawValue) \(isTaken ? "taken" : "kept") \(field)"
            try db.log("edition.settled", subject: action.id.text, by: name, detail: detail, id: event, at: now)
        }
    }

    /// Whether the section shows what is new at once, or waits for somebody of its own. What is published already stays as it is.
    package func setWaiting(_ isWaiting: Bool, of section: Section.Code, by name: String) async throws {
        guard section != .international else { throw EditionRefusal.international }
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try (db.waitingSections()[section] != nil) != isWaiting else { return }
            try db.setWaiting(isWaiting ? now : nil, of: section)
            try db.log(
                "section.adoptionChanged", subject: section.rawValue, by: name, detail: isWaiting ? "by person" : "at once", id: event, at: now)
        }
    }
}

extension Connection {
    /// The published output that a section decides about. Throws `EditionRefusal`, `ActionRefusal`.
    package func offered(_ reference: Reference, _ ordinal: Int, to section: Section.Code) throws -> (Action, Output) {
        guard section != .international else { throw EditionRefusal.international }
        let action = try publicAction(reference)
        guard let output = action.output(ordinal) else { throw EditionRefusal.notPublished(reference, ordinal) }
        guard output.editions.contains(where: { $0.section == .international || $0.section == section }) else {
            throw EditionRefusal.notPublished(reference, ordinal)
        }
        return (action, output)
    }

    /// An alert of that section alone, which could not have one before.
    fileprivate func draftAlerts(_ output: Output, for section: Section.Code, at now: Instant) throws {
        let isFresh = output.issuedOn.map { $0.days(until: now.day(in: .gmt)) <= 30 } ?? true
        guard isFresh else { return }
        try draftAlerts("\(output.id) \(Alert.Kind(output).rawValue) \(section.rawValue)", at: now)
    }
}

extension DecideEdition.Decision {
    fileprivate func adoption(of output: Output, in section: Section.Code, by name: String, at now: Instant) -> Adoption {
        var own = OwnEdition(), state = Adoption.State.adopted, reason: String?
        switch self {
        case .adopt: break
        case .adapt(let said): (own, state) = (said, .adapted)
        case .decline(let why): (reason, state) = (String(why.prefix(500)), .declined)
        }
        return Adoption(
            section: section, state: state, reason: reason, actUntil: own.actUntil, languages: own.languages, seen: Upstream(output), seenAt: now,
            by: name, at: now)
    }
}

extension Adoption {
    fileprivate func seeing(_ field: String, of present: Upstream, keeping own: OwnEdition, by name: String, at now: Instant) -> Adoption {
        Adoption(
            section: section, state: state, reason: reason, actUntil: own.actUntil, languages: languages,
            seen: seen.seeing(field, of: present), seenAt: now, by: by, at: at)
    }
}
