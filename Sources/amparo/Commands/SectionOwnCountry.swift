import ArgumentParser
import Campaign
import Storage

struct SectionOwnCountry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "own-country",
        abstract: "Say whether readers are told to ask before they write about their own country.",
        discussion: """
            With "warn" a case in the section's own country carries a notice before anything is written: ask the section first. With "allow" it \
            does not.

              amparo section own-country ch allow --by Rosa
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The section's code.")
    var code: String

    @Argument(help: "warn or allow.")
    var rule: String

    func run() async throws {
        guard let rule = OwnCountryRule(rawValue: rule) else {
            throw Complaint("'\(rule)' is none of: \(OwnCountryRule.allCases.map(\.rawValue).joined(separator: ", ")).", status: .refused)
        }
        try await Store.with(options.settings(), .present) { store in
            let sections = try await store.database.read { db in try db.sections() }
            guard let section = sections.first(where: { $0.code.rawValue == code }) else {
                throw Complaint(
                    "There is no section '\(code)'; there are: \(sections.map(\.code.rawValue).joined(separator: ", ")).", status: .refused)
            }
            try await ChangeOwnCountry(database: store.database, world: store.world)(rule, of: section.code, by: actor.name)
            Terminal.say("\(section.name): \(rule.rawValue)")
        }
    }
}
