import ArgumentParser
import Campaign
import Storage

struct GroupList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the groups: code, section, reports, appeals, name.",
        discussion: """
            The sums are for the section; no page shows them.

              amparo group list
              amparo group list --section us
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("Only the groups of this section.", valueName: "code"))
    var section: String?

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let totals = try await store.database.read { db in try db.groupTotals() }
            let rows = totals.filter { section == nil || $0.group.section.rawValue == section }.map(row)
            if !rows.isEmpty { Terminal.say(Columns(rows).text) }
        }
    }

    private func row(_ total: GroupTotal) -> [String] {
        let group = total.group
        return [group.code.printed, group.section.rawValue, "\(total.reports) reports", "\(total.appeals) appeals", group.name]
    }
}
