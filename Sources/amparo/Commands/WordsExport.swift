import ArgumentParser
import Campaign
import Documents

struct WordsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the words of a language for a translator's program.",
        discussion: """
            Everything is in the file, what is translated already too. Words that only staff read are left out, unless the language has them.

              amparo words export --language it --format po > it.po
              amparo words export --language ar --format xliff > ar.xlf
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case po, xliff, xliff2 }

    @OptionGroup var options: WordsOptions

    @Option(help: ArgumentHelp("The language to translate into.", valueName: "tag"))
    var language: String

    @Option(help: "po for gettext, xliff for XLIFF 1.2, xliff2 for XLIFF 2.1.")
    var format: Format = .po

    @Flag(help: "Also the words that only staff read.")
    var desk = false

    func run() throws {
        let list = try options.list(Language(language), withStaff: desk)
        switch format {
        case .po: Terminal.sayAsIs(list.portableObject)
        case .xliff: Terminal.sayAsIs(list.xliff(.one))
        case .xliff2: Terminal.sayAsIs(list.xliff(.two))
        }
    }
}
