import ArgumentParser
import Campaign
import Foundation

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recompute every public number from the ledger of reports, walk the log of what was done, and check what is found.",
        discussion: """
            Exit status 1 when a number differs from what the ledger adds up to, or an event of the log was changed or taken out, or an \
            action is found by other words than it says (`amparo search rebuild` mends that), or what another server counted is not what it signed.

              amparo verify
              amparo verify --format json
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: SettingsOptions

    @Option(help: "How the findings are printed.")
    var format = Format.text

    func run() async throws {
        let found = try await Store.with(options.settings(), .present) { store in
            try await VerifyTallies(database: store.database)().adding(problems: VerifyEvents(database: store.database)())
                .adding(problems: VerifySearch(database: store.database)()).adding(problems: VerifyPartners(database: store.database)())
        }
        switch format {
        case .text: say(found)
        case .json: Terminal.say(try JSONLine.text(found))
        }
        if !found.ok { throw ExitStatus.refused.code }
    }

    private func say(_ found: Verification) {
        for output in found.outputs { Terminal.say("\(output.reference) output \(output.ordinal): \(output.appeals) appeals") }
        for problem in found.problems { Terminal.complain("amparo: \(problem)") }
        Terminal.say("\(found.ok ? "ok" : "not ok"): \(found.reports) reports, \(found.appeals) appeals")
    }
}
