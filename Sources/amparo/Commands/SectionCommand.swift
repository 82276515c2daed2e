import ArgumentParser

struct SectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "section",
        abstract: "The organisations that publish here.",
        discussion: """
              amparo section list
              amparo section languages ch de fr it en
              amparo section postage ch rates.csv
              amparo section own-country ch allow
            """,
        subcommands: [SectionList.self, SectionLanguages.self, SectionPostage.self, SectionOwnCountry.self]
    )
}
