import Storage

/// How far the writing of an output is that is not published yet, and who is at it.
package struct Manuscript: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        case draft
        /// Its writer asks somebody else to read it.
        case review
        case approved
        /// Approved, and published by itself at a moment.
        case scheduled
        /// Nobody will publish it: the person was released first, or somebody would be harmed.
        case cancelled
    }

    package let output: Output.ID
    /// Whose edition is written with it.
    package let section: Section.Code
    package var state: State
    /// Grows with every change of the content.
    package var revision: Int
    /// The id of a staff member, or ``elsewhere``.
    package var writtenBy: String
    package var writtenAt: Instant
    package var approvedBy: String?
    package var approvedAt: Instant?
    /// The newest revision that was ever approved; 0 for none.
    package var approvedRevision: Int
    /// Whether one person alone let it through.
    package var isEmergency: Bool
    package var scheduledFor: Instant?
    package var embargoUntil: Instant?
    /// Why it was cancelled.
    package var reason: String?
    package var hold: Hold?

    /// Who has it open to write in, since when, and until when that holds unless they go on.
    package struct Hold: Sendable, Equatable {
        package let by: String
        package let since: Instant
        package let until: Instant
    }

    /// Who wrote what did not come from the desk: an import, a command.
    package static let elsewhere = "import"

    /// How long somebody who opened it counts as writing, without a sign of life.
    static let holdSeconds = 300
}

extension Manuscript {
    /// What somebody else is writing in now; nil when nobody is.
    package func hold(besides member: StaffMember.ID, at now: Instant) -> Hold? {
        hold.flatMap { $0.by != member.text && $0.until > now ? $0 : nil }
    }

    /// Opened by somebody: theirs when it is free.
    func held(by member: StaffMember.ID, at now: Instant) -> Manuscript {
        guard hold(besides: member, at: now) == nil else { return self }
        return takenOver(by: member, at: now)
    }

    func takenOver(by member: StaffMember.ID, at now: Instant) -> Manuscript {
        var manuscript = self
        let since = hold.flatMap { $0.by == member.text && $0.until > now ? $0.since : nil } ?? now
        manuscript.hold = Hold(by: member.text, since: since, until: now.adding(seconds: Self.holdSeconds))
        return manuscript
    }

    /// With a further version. What was approved is approved no more.
    func written(by name: String, at now: Instant) -> Manuscript {
        var manuscript = self
        manuscript.revision += 1
        (manuscript.writtenBy, manuscript.writtenAt) = (name, now)
        guard state == .approved || state == .scheduled else { return manuscript }
        return manuscript.unapproved
    }

    private var unapproved: Manuscript {
        var manuscript = self
        manuscript.state = .draft
        (manuscript.approvedBy, manuscript.approvedAt, manuscript.scheduledFor, manuscript.isEmergency) = (nil, nil, nil, false)
        return manuscript
    }
}

/// The way from a draft to what may be published. Each step is a value made from a value; who may take it is the desk's to say.
extension Manuscript {
    func asked() throws(ManuscriptRefusal) -> Manuscript {
        guard state == .draft else { throw .not(state) }
        return moved(to: .review)
    }

    /// Back to its writers, from review or after an approval that somebody thinks better of.
    func returned() throws(ManuscriptRefusal) -> Manuscript {
        guard [.review, .approved, .scheduled].contains(state) else { throw .not(state) }
        return unapproved
    }

    /// Two pairs of eyes: whoever wrote anything since the last approval is not the one who approves.
    ///
    /// - Parameters:
    ///   - seen: the revision that was read.
    ///   - writers: of all versions since the last approval.
    ///   - isEmergency: lets one person through, and is marked for good.
    func approved(
        by member: StaffMember.ID, seen: Int, writers: Set<String>, isEmergency: Bool, at now: Instant
    ) throws(ManuscriptRefusal) -> Manuscript {
        guard state == .review || (state == .draft && isEmergency) else { throw .not(state) }
        guard seen == revision else { throw .changedSince(revision) }
        let isAlone = writers.contains(member.text)
        guard !isAlone || isEmergency else { throw .ownWords }
        var manuscript = moved(to: .approved)
        (manuscript.approvedBy, manuscript.approvedAt, manuscript.approvedRevision) = (member.text, now, revision)
        manuscript.isEmergency = isEmergency
        return manuscript
    }

    /// - Parameter moment: nil to publish by hand again.
    func scheduled(for moment: Instant?, at now: Instant) throws(ManuscriptRefusal) -> Manuscript {
        guard state == .approved || state == .scheduled else { throw .not(state) }
        if let moment, moment <= now { throw .past }
        if let moment, let embargoUntil, moment < embargoUntil { throw .embargoed(embargoUntil) }
        var manuscript = moved(to: moment == nil ? .approved : .scheduled)
        manuscript.scheduledFor = moment
        return manuscript
    }

    /// - Parameter moment: before which it is not published whatever else is said; nil to lift that.
    func embargoed(until moment: Instant?, at now: Instant) throws(ManuscriptRefusal) -> Manuscript {
        guard state != .cancelled else { throw .not(state) }
        if let moment, moment <= now { throw .past }
        if let moment, let scheduledFor, scheduledFor < moment { throw .embargoed(moment) }
        var manuscript = self
        manuscript.embargoUntil = moment
        return manuscript
    }

    func cancelled(because reason: String) throws(ManuscriptRefusal) -> Manuscript {
        guard state != .cancelled else { throw .not(state) }
        var manuscript = unapproved
        manuscript.state = .cancelled
        manuscript.reason = reason
        return manuscript
    }

    /// Taken up again after it was cancelled.
    func resumed() throws(ManuscriptRefusal) -> Manuscript {
        guard state == .cancelled else { throw .not(state) }
        var manuscript = moved(to: .draft)
        manuscript.reason = nil
        return manuscript
    }

    /// Whether it may go out now. Throws why not.
    func expectPublishable(at now: Instant) throws(ManuscriptRefusal) {
        guard state == .approved || state == .scheduled, approvedRevision == revision else { throw .not(state) }
        if let embargoUntil, embargoUntil > now { throw .embargoed(embargoUntil) }
    }

    private func moved(to state: State) -> Manuscript {
        var manuscript = self
        manuscript.state = state
        return manuscript
    }
}
