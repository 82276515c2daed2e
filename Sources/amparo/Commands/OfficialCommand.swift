import ArgumentParser

struct OfficialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official",
        abstract: "The register of officials and missions.",
        discussion: """
            Offices and embassies, who holds them, and how they are reached, with what became of each contact (docs/officials.md).

              amparo official import officials.csv --dry-run
              amparo official list --country PE
              amparo official mark minister@example.org --state bounced --on 2026-11-20
              amparo official export > officials.csv
            """,
        subcommands: [OfficialImport.self, OfficialExport.self, OfficialList.self, OfficialMark.self, OfficialHistory.self]
    )
}
