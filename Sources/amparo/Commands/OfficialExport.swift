import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct OfficialExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the register out as a table, or as vCards.",
        discussion: """
            The table is the one that import takes, with everything that is known now. A cell that a spreadsheet would take for a formula begins \
            with an apostrophe, which import takes away again. vCards hold only contacts that are not known to fail.

              amparo official export > officials.csv
              amparo official export --format vcard --country PE > peru.vcf
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, vcard }

    @OptionGroup var options: SettingsOptions

    @Option(help: "csv for tables, vcard for address books.")
    var format = Format.csv

    @Option(help: ArgumentHelp("Only officials of this country, and its missions.", valueName: "code"), transform: OfficialArguments.country)
    var country: Country?

    @Option(help: ArgumentHelp("The language of titles in vCards (default: English).", valueName: "tag"))
    var language: String?

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let register = try await store.database.read { db in try db.register() }
            let chosen = register.sorted.filter { country == nil || $0.facts.country == country }
            switch format {
            case .csv: Terminal.sayAsIs(CSVTable.text(Register(chosen).rows))
            case .vcard:
                let today = store.world.now().day(in: .gmt), languages = [language.map(Language.init(rawValue:))].compactMap { $0 }
                Terminal.sayAsIs(chosen.map { VCard($0, on: today, in: languages, revised: store.world.now()).text }.joined())
            }
        }
    }
}

/// How a country and a state are written on the command line.
enum OfficialArguments {
    static func country(_ text: String) throws -> Country {
        guard let country = Country(text), country.name(in: "en") != country.code else {
            throw ValidationError("'\(text)' is not the two-letter code of a country, such as PE.")
        }
        return country
    }
}
