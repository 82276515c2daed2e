package import Documents

/// A return that the desk enters: so many appeals for an action by one channel, from a group, from paper, or counted elsewhere.
///
///     UA 77/21 · post · 46 · 2021-11-30 · group K7QM-3XV0 · "letter evening, Melbourne"
package struct CountEntry: Sendable, Equatable {
    package let reference: Reference
    /// nil for the document that asked for letters on that day.
    package let ordinal: Int?
    package let channel: Channel
    package let quantity: Int
    /// When the appeals were sent.
    package let day: Day
    package let source: ReportSource
    package let group: GroupCode?
    package let note: String
    /// Makes a second sending harmless.
    package let token: String

    package static let noteLimit = 200
    /// From here on a form asks whether the number is right.
    package static let askingAbove = 500

    /// Checks every field and tells all problems at once. The fields are named as the columns of a table.
    package init(_ typed: (String) -> String?, token: String) throws(FormProblems) {
        var problems = FormProblems()
        func said(_ name: String) -> String? {
            let text = (typed(name) ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : text
        }
        let reference = said("action").flatMap { try? Reference($0) }
        let channel = said("channel").flatMap { Channel(rawValue: $0.lowercased()) }
        let source = said("source").flatMap { ReportSource(rawValue: $0.lowercased()) }
        let day = said("date").flatMap { Day($0) }
        let quantity = said("quantity").flatMap(Self.number)
        let ordinal = said("output").map(Self.number), group = said("group").map { GroupCode($0) }, note = said("note") ?? ""
        if reference == nil { problems.add("action", Message("desk.counting_problem_action")) }
        if case .some(nil) = ordinal { problems.add("output", Message("desk.counting_problem_output")) }
        if channel == nil {
            problems.add("channel", Message("desk.counting_problem_channel", ["channels": Channel.allCases.map(\.rawValue).joined(separator: ", ")]))
        }
        if source.map(Self.sources.contains) != true { problems.add("source", Message("desk.counting_problem_source")) }
        let most = source?.mostAtDesk ?? 0
        if quantity.map({ (1...max(most, 1)).contains($0) }) != true, source != nil || quantity == nil {
            problems.add("quantity", Message("desk.counting_problem_quantity", ["most": String(max(most, 1))]))
        }
        if day == nil { problems.add("date", Message("desk.counting_problem_date")) }
        if case .some(nil) = group { problems.add("group", Message("desk.counting_problem_group")) }
        if (source == .group) != (group != nil), source != nil { problems.add("group", Message("desk.counting_problem_group")) }
        if note.signs > Self.noteLimit || note.utf8.contains(UInt8(ascii: "@")) { problems.add("note", Message("desk.counting_problem_note")) }
        guard let reference, let channel, let source, let day, let quantity, problems.isEmpty else { throw problems }
        self.reference = reference
        self.ordinal = ordinal ?? nil
        self.channel = channel
        self.quantity = quantity
        self.day = day
        self.source = source
        self.group = group ?? nil
        self.note = note
        self.token = token
    }

    /// What the desk enters. Forms and programs report for themselves.
    package static let sources: [ReportSource] = [.group, .paper, .import]

    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text).flatMap { $0 > 0 ? $0 : nil } : nil
    }
}

extension ReportSource {
    /// The most that one entry of the desk may say: a slip of the finger must not become the largest number of the year.
    package var mostAtDesk: Int {
        switch self {
        // What a group's own page takes in one line.
        case .group: Report.groupQuantities.upperBound
        // A section's boxes of paper after a marathon; more is entered by place.
        case .paper: 20_000
        // The sum that another organisation publishes for one case.
        case .import: 1_000_000
        case .form, .program: 0
        }
    }
}
