import ArgumentParser
import Campaign
import Documents
import Storage

struct SectionPostage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postage",
        abstract: "Print what a section knows of its post, or take new rates and closed routes from a table.",
        discussion: """
            Prices, days on the way, and countries to which no letters are carried, each with its day and source (docs/postage.md). A new rate is \
            a further row; the same zone from the same day is corrected.

              amparo section postage ch > postage.csv
              amparo section postage ch postage.csv --by Rosa
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The section's code.")
    var code: String

    @Argument(help: ArgumentHelp("The table to take, or - for standard input.", valueName: "file.csv"))
    var file: String?

    func run() async throws {
        let table = try file.map(TableFile.read)
        try await Store.with(options.settings(), .present) { store in
            let sections = try await store.database.read { db in try db.sections() }
            guard let section = sections.first(where: { $0.code.rawValue == code }) else {
                throw Complaint(
                    "There is no section '\(code)'; there are: \(sections.map(\.code.rawValue).joined(separator: ", ")).", status: .refused)
            }
            guard let table else { return Terminal.sayAsIs(CSVTable.text(section.postal.rows)) }
            let (postal, problems) = PostalTable.read(table)
            try TableFile.tell(problems)
            try await ChangePostage(database: store.database, world: store.world)(postal, of: section.code, by: actor.name)
            Terminal.say("took \(postal.rates.count) rates and \(postal.routes.count) routes")
        }
    }
}
