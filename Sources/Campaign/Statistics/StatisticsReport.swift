package import Documents

/// The nine reports that staff make of what was counted.
package enum StatisticsReport: String, Sendable, CaseIterable {
    /// Document by document.
    case action
    case title
    /// Case by case, all its documents together.
    case number = "case"
    case country
    /// A case may have several topics and stands under each.
    case topic
    case year
    /// By channel.
    case type
    case month
    /// How many of those who keep a history told of how many appeals. Nobody is named, and no group below the threshold is shown.
    case supporter
}

/// One line of a report.
package struct StatisticsRow: Sendable, Equatable {
    /// What it is about, as the report has it: a reference, a headline, a code.
    package let key: String
    package let counted: Int
    /// Counted elsewhere, and never added.
    package let elsewhere: Int
    /// How many of those who keep a history told of it; nil below the threshold, and where nobody does.
    package let supporters: Int?
    /// What other servers counted of the same cases, on whatever days: they tell none. Beside the others and never added.
    package let atServers: Int

    package init(key: String, counted: Int, elsewhere: Int, supporters: Int?, atServers: Int = 0) {
        self.key = key
        self.counted = counted
        self.elsewhere = elsewhere
        self.supporters = supporters
        self.atServers = atServers
    }
}

/// The first lines of a report, or all.
package struct StatisticsLines: Sendable {
    package let rows: [StatisticsRow]
    /// How many the whole report has.
    package let all: Int
    /// Whether other servers counted any of what the whole report is about.
    package let haveServers: Bool

    init(_ rows: [StatisticsRow], of all: Int, haveServers: Bool) {
        self.rows = rows
        self.all = all
        self.haveServers = haveServers
    }
}

/// Of what, and since when.
package struct StatisticsScope: Sendable {
    /// nil for all sections together.
    package let section: Section.Code?
    package let from: Day
    package let to: Day
    /// No number of people below this is told.
    package let threshold: Int

    package init(section: Section.Code?, from: Day, to: Day, threshold: Int) {
        self.section = section
        self.from = from
        self.to = to
        self.threshold = max(threshold, Self.least)
    }

    /// Whatever a section chooses for its public pages: fewer people than this can be told apart.
    static let least = 5
}
