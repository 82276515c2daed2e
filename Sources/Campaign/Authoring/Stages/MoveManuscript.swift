package import Documents
package import Storage

/// Takes a manuscript a step further on its way to readers, or back. Each step is written down by its name.
package struct MoveManuscript: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package enum Step: Sendable, Equatable {
        case ask
        case giveBack
        /// - seen: the revision that was read.
        case approve(seen: Int, isEmergency: Bool)
        /// nil to publish by hand again.
        case schedule(Instant?)
        /// nil to lift it.
        case embargo(Instant?)
        case cancel(reason: String)
        case resume
        case takeOver
    }

    /// Throws `ActionRefusal`, `ManuscriptRefusal`.
    package func callAsFunction(
        _ step: Step, of reference: Reference, _ ordinal: Int, for section: Section.Code, by member: StaffMember.ID
    ) async throws -> Manuscript {
        let now = world.now(), world = world
        return try await database.write { db in
            let opened = try db.opened(reference, ordinal, for: section, world, at: now), known = opened.manuscript
            let manuscript =
                switch step {
                case .ask: try known.asked()
                case .giveBack: try known.returned()
                case .approve(let seen, let isEmergency): try db.approved(opened, by: member, seen: seen, isEmergency: isEmergency, at: now)
                case .schedule(let moment): try known.scheduled(for: moment, at: now)
                case .embargo(let moment): try known.embargoed(until: moment, at: now)
                case .cancel(let reason): try known.cancelled(because: reason)
                case .resume: try known.resumed()
                case .takeOver: known.takenOver(by: member, at: now)
                }
            try db.update(manuscript)
            if case .ask = step { try db.forgetSteps(of: manuscript.output, sinceApproved: manuscript.approvedRevision) }
            if let moment = manuscript.scheduledFor, manuscript.state == .scheduled {
                let subject = "\(manuscript.output) \(moment.text)"
                try db.enqueue(
                    PublishScheduled.kind, subject: subject, priority: Job.soon, due: moment, id: "\(PublishScheduled.kind) \(subject) \(now.text)",
                    at: now)
            }
            try db.log(
                step.event, subject: manuscript.output.text, by: member.text, detail: "revision \(manuscript.revision)", id: world.newID(), at: now)
            return manuscript
        }
    }
}

extension MoveManuscript.Step {
    fileprivate var event: String {
        switch self {
        case .ask: "manuscript.reviewAsked"
        case .giveBack: "manuscript.givenBack"
        case .approve(_, let isEmergency): isEmergency ? "manuscript.approvedInEmergency" : "manuscript.approved"
        case .schedule(let moment): moment == nil ? "manuscript.unscheduled" : "manuscript.scheduled"
        case .embargo(let moment): moment == nil ? "manuscript.embargoLifted" : "manuscript.embargoed"
        case .cancel: "manuscript.cancelled"
        case .resume: "manuscript.resumed"
        case .takeOver: "manuscript.takenOver"
        }
    }
}

extension Connection {
    fileprivate func approved(
        _ opened: OpenedManuscript, by member: StaffMember.ID, seen: Int, isEmergency: Bool, at now: Instant
    ) throws -> Manuscript {
        guard opened.place.output.saysSomething else { throw ManuscriptRefusal.incomplete }
        if opened.place.output.kind.asksForLetters, opened.place.edition?.addressees.isEmpty != false { throw ManuscriptRefusal.incomplete }
        let writers = try writers(of: opened.manuscript.output, after: opened.manuscript.approvedRevision)
        let approved = try opened.manuscript.approved(by: member, seen: seen, writers: writers, isEmergency: isEmergency, at: now)
        if !isEmergency { try expectOwnHands(of: member.text, besides: writers, at: now) }
        return approved
    }
}
