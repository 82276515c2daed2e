import ArgumentParser
import Campaign
import Documents
import Storage

struct SectionLanguages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "languages",
        abstract: "Say in which languages a section publishes, the most important first.",
        discussion: """
            Pages, mails and documents can be in every language of `amparo words list`. The first is what a reader gets whose browser asks for \
            none of them. en-XA is no language: it shows where long words break a page, and only this command offers it.

              amparo section languages ch de fr it en --by Rosa
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The section's code.")
    var code: String

    @Argument(help: ArgumentHelp("The languages, by their tags.", valueName: "tag"))
    var tags: [String]

    func run() async throws {
        let spoken = try Catalogue.shipped().languages + [PseudoLanguage.tag], wanted = tags.map { Language($0) }
        if let strange = wanted.first(where: { !spoken.contains($0) }) {
            throw Complaint("'\(strange)' is none of: \(spoken.map(\.rawValue).joined(separator: ", ")).", status: .refused)
        }
        try await Store.with(options.settings(), .present) { store in
            let sections = try await store.database.read { db in try db.sections() }
            guard let section = sections.first(where: { $0.code.rawValue == code }) else {
                throw Complaint(
                    "There is no section '\(code)'; there are: \(sections.map(\.code.rawValue).joined(separator: ", ")).", status: .refused)
            }
            var settings = SectionSettings(section)
            settings.languages = wanted.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            try await ChangeSection(database: store.database, world: store.world)(settings, of: section.code, by: actor.name)
            Terminal.say("\(section.name): \(settings.languages.map(\.rawValue).joined(separator: " "))")
        }
    }
}
