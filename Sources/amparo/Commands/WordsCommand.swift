import ArgumentParser
import Campaign
import Documents
import Foundation

struct WordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "The words of pages, mails and documents, for those who translate them (docs/translating.md).",
        discussion: """
              amparo words list
              amparo words export --language it --format po > it.po
              amparo words import it.po > it.json
            """,
        subcommands: [WordsList.self, WordsExport.self, WordsImport.self]
    )
}

struct WordsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the languages there are, and how many words each still lacks."
    )

    func run() throws {
        let catalogue = try Catalogue.shipped()
        let rows = try catalogue.languages.map { language in
            let list = try WordList(language), isDesk = catalogue.deskLanguages.contains(language)
            return [language.rawValue, "\(list.entries.count - list.missing)", "\(list.missing) missing", isDesk ? "with the desk" : ""]
        }
        Terminal.say(Columns(rows).text)
    }
}

/// Where the files of words are: those of the program, or of a folder that somebody works in.
struct WordsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the files of words (default: the program's own).", valueName: "folder"))
    var folder: String?

    var url: URL { folder.map { URL(filePath: $0) } ?? Catalogue.folder }

    func list(_ language: Language, withStaff: Bool) throws -> WordList {
        do {
            return try WordList(language, withStaff: withStaff, folder: url)
        } catch let error as WordList.NoSuchLanguage {
            throw Complaint("There are no words in '\(error.language)' (\(error.language).json).", status: .refused)
        }
    }
}
