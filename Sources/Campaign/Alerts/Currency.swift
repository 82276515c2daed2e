import Documents

/// What a document says of when it was news, of all dates it prints.
struct Currency: Sendable {
    var issuedOn: Day?
    var actUntil: Day?
    /// When what it tells of happened, and when letters ended.
    var eventOn: Day?
    var endedOn: Day?
    /// Of its index code, and of the place in the archive.
    var years: [Int] = []

    /// So long after its day a document is still news.
    private static let days = 30

    /// Whether anybody should hear of it today. The surest date decides: the day of issue, then a day until which to act, then the days of
    /// what it tells, then a year. What says none of them is no news: an archive that is taken in alerts nobody.
    func isNews(on today: Day) -> Bool {
        if let issuedOn { return isRecent(issuedOn, today) }
        if let actUntil { return actUntil >= today }
        if let last = [eventOn, endedOn].compactMap({ $0 }).max() { return isRecent(last, today) }
        guard let first = years.min() else { return false }
        return first >= today.adding(days: -Self.days).year
    }

    private func isRecent(_ day: Day, _ today: Day) -> Bool { day.days(until: today) <= Self.days }
}

extension Currency {
    init(_ output: Output, of action: Action) {
        self.init(
            issuedOn: output.issuedOn, actUntil: output.actUntilInDocument, eventOn: output.eventOn, endedOn: output.ending?.on,
            years: output.indexCode.map { [$0.year] } ?? [action.archive.year])
    }

    /// - Parameter year: of its place in the archive, when one is known.
    init(_ draft: ActionDraft, year: Int?) {
        let code = draft.indexCode.flatMap { try? IndexCode($0) }
        self.init(
            issuedOn: draft.issueDate, actUntil: draft.expiryDate, eventOn: draft.eventDate, endedOn: draft.endedDate,
            years: code.map { [$0.year] } ?? year.map { [$0] } ?? [])
    }
}
