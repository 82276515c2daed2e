package import Documents

/// A wish to enter a report, already read and within bounds.
package struct ReportRequest: Sendable, Equatable {
    package let reference: Reference
    package let ordinal: Int
    package let channel: Channel
    package let quantity: Int
    package let token: String
    package let section: Section.Code
    package let source: ReportSource
    /// The group that tells it, when one does; its code was looked up before.
    package let group: WritingGroup.ID?
    /// The day the appeals were sent, where staff say it; else that of the report.
    package var day: Day?
    /// Why it is held apart until somebody looked at it; nil for a report that counts at once.
    package var suspicion: Suspicion?
    /// Of the collection in whose return it stands, which takes reports for longer than the case alone does.
    package var window: ReturnWindow?

    /// A token that could be guessed would let one person undo another's retry.
    package static let tokenLengths = 16...128

    /// Checks every field and tells all problems at once.
    package init(
        reference: Reference, ordinal: Int, channel: String?, quantity: String?, token: String?, section: Section.Code,
        source: ReportSource = .form, group: WritingGroup.ID? = nil
    ) throws(FormProblems) {
        var problems = FormProblems()
        let bounds = group == nil ? Report.quantities : Report.groupQuantities
        let known = channel.flatMap(Channel.init)
        let number = quantity.flatMap { Int($0.filter { !$0.isWhitespace }) }.flatMap { bounds.contains($0) ? $0 : nil }
        if known == nil { problems.add("channel", Message("report.problem_channel")) }
        if number == nil { problems.add("quantity", Message(group == nil ? "report.problem_quantity" : "report.problem_group_quantity")) }
        if !Self.tokenLengths.contains(token?.utf8.count ?? 0) { problems.add("token", Message("report.problem_token")) }
        guard let known, let number, let token, problems.isEmpty else { throw problems }
        self.reference = reference
        self.ordinal = ordinal
        self.channel = known
        self.quantity = number
        self.token = token
        self.section = section
        self.source = source
        self.group = group
    }
}
