import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct OfficialList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the register: key, country, whom for, title, holder, contacts, when checked.",
        discussion: """
            What was checked more than twelve months ago, or never, is marked with an exclamation mark.

              amparo official list
              amparo official list --country PE
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("Only officials of this country, and its missions.", valueName: "code"), transform: OfficialArguments.country)
    var country: Country?

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let today = store.world.now().day(in: .gmt), register = try await store.database.read { db in try db.register() }
            let rows = register.sorted.filter { country == nil || $0.facts.country == country }.map { row($0, today) }
            if !rows.isEmpty { Terminal.say(Columns(rows).text) }
        }
    }

    private func row(_ official: Official, _ today: Day) -> [String] {
        let facts = official.facts, checked = official.checks(on: today).compactMap(\.self).min()
        let failing = official.contacts.count { !$0.isUsable }
        let contacts = "\(official.contacts.count) contacts" + (failing > 0 ? ", \(failing) fail" : "")
        let isStale = checked.map { $0.adding(days: 365) < today } ?? true
        let place = facts.seat.map { "\(facts.country) to \($0.receiving)" + ($0.accreditedFrom.map { " from \($0)" } ?? "") } ?? facts.country.code
        return [
            official.key, place, facts.titles.text(in: []) ?? "–", official.holder(on: today)?.name ?? "–", contacts,
            (checked?.text ?? "never") + (isStale ? " !" : ""),
        ]
    }
}
