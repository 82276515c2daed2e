import ArgumentParser
import Campaign
import Documents
import Foundation

struct WordsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a translator's file, and print the file of words it makes.",
        discussion: """
            The file says its language. A text is taken when its English is still what it was and it fills the same places; the others are named \
            and stay as they are (exit status 2). What the file leaves empty or marks as fuzzy stays as it is, too.

              amparo words import it.po > it.json
              amparo words import it.po --folder Sources/Campaign/Resources/Languages --write
            """
    )

    @OptionGroup var options: WordsOptions

    @Flag(help: "Put the words into the folder in place of printing them.")
    var write = false

    @Argument(help: ArgumentHelp("A .po file or XLIFF, or - for standard input.", valueName: "file"))
    var file: String

    func validate() throws {
        if write && options.folder == nil { throw ValidationError("--write goes with --folder.") }
    }

    func run() throws {
        let words = try self.words()
        var list = try options.list(words.language, withStaff: words.texts.contains { Translations.isForStaff($0.key) })
        let taken = list.take(words)
        let english = try String(contentsOf: options.url.appending(path: "en.json"), encoding: .utf8)
        let place = options.url.appending(path: "\(words.language).json")
        let json = try list.json(like: english, over: String(contentsOf: place, encoding: .utf8))
        if write {
            try Data(json.utf8).write(to: place, options: .atomic)
        } else {
            Terminal.sayAsIs(json)
        }
        tell("English changed since", taken.stale)
        tell("no such words", taken.unknown)
        tell("other places in braces than in English", taken.misplaced)
        tell("a plural form is missing", taken.incomplete)
        Terminal.complain("\(words.language): \(taken.changed) changed, \(taken.unchanged) as they were, \(list.missing) missing")
        if !taken.isWhole { throw ExitStatus.someRefused.code }
    }

    private func words() throws -> TranslatedWords {
        let bytes: [UInt8]
        let document = file == "-" ? DocumentFile(standardInput: Array(FileHandle.standardInput.readDataToEndOfFile())) : DocumentFile(path: file)
        do { bytes = try document.bytes() } catch { throw Complaint("\(file): \(error.wanted).", status: .inputOutput) }
        do {
            return try TranslatedWords(bytes)
        } catch PortableObject.Refused.malformed(let line), TranslationFile.Refused.malformed(let line) {
            throw Complaint("\(file): line \(line) is not written as its format has it.", status: .refused)
        } catch is PortableObject.Refused, is TranslationFile.Refused, is TranslatedWords.NotOurs {
            throw Complaint("\(file) is no .po file or XLIFF of the program's words.", status: .refused)
        }
    }

    private func tell(_ trouble: String, _ names: [String]) {
        for name in names { Terminal.complain("\(name): \(trouble)") }
    }
}
