import Documents
import Storage

/// The sum of counted reports of an action, output by output: what the ledger of reports adds up to, and what other servers signed.
package struct Tally: Sendable, Equatable {
    /// One line of it: what was counted for an output by one channel, and where it came from.
    package struct Line: Sendable, Equatable {
        package let ordinal: Int
        /// To which section it was reported.
        package let section: Section.Code
        package let channel: Channel
        package let source: ReportSource
        package let isLate: Bool
        package let appeals: Int
        /// The other server that counted it; nil for what was counted here.
        package var server: String?
    }

    package let lines: [Line]

    package init(lines: [Line] = []) {
        self.lines = lines
    }

    /// Appeals counted by this server and by those that follow it, of one output or of all.
    package func counted(output ordinal: Int? = nil) -> Int {
        sum { $0.source != .import && (ordinal == nil || $0.ordinal == ordinal) }
    }

    /// Appeals that imported pages say were counted elsewhere. Never added to the others silently.
    package func countedElsewhere(output ordinal: Int? = nil) -> Int {
        sum { $0.source == .import && (ordinal == nil || $0.ordinal == ordinal) }
    }

    package func counted(by channel: Channel) -> Int {
        sum { $0.source != .import && $0.channel == channel }
    }

    package func counted(for section: Section.Code) -> Int {
        sum { $0.source != .import && $0.section == section && $0.server == nil }
    }

    /// What each other server counted, by its name.
    package var servers: [(name: String, appeals: Int)] {
        let parts = Dictionary(grouping: lines.filter { $0.server != nil }) { $0.server ?? "" }
        return parts.map { (name: $0.key, appeals: $0.value.reduce(0) { $0 + $1.appeals }) }.sorted { $0.name < $1.name }
    }

    /// The sections to which something was reported.
    package var sections: Set<Section.Code> { Set(lines.filter { $0.source != .import && $0.server == nil }.map(\.section)) }

    private func sum(_ isMeant: (Line) -> Bool) -> Int {
        lines.reduce(0) { isMeant($1) ? $0 + $1.appeals : $0 }
    }
}

/// What one row of the tally is for.
struct TallyKey: Hashable {
    let output: Output.ID
    let section: Section.Code
    let channel: Channel
    let source: ReportSource
    let isLate: Bool
    let reportedOn: Day

    init(_ report: Report) {
        output = report.output
        section = report.section
        channel = report.channel
        source = report.source
        isLate = report.isLate
        reportedOn = report.reportedOn
    }

    init(_ row: Row) throws {
        output = try row("output_id")
        section = try row("section")
        channel = try row("channel")
        source = try row("source")
        isLate = try row("late")
        reportedOn = try row("reported_on")
    }

    var columns: [any Bindable] { [output, section, channel, source, isLate, reportedOn] }
}

struct TallySum: Hashable {
    var reports: Int
    var appeals: Int

    static func + (one: TallySum, other: TallySum) -> TallySum {
        TallySum(reports: one.reports + other.reports, appeals: one.appeals + other.appeals)
    }
}
