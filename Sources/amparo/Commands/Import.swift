import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read documents into drafts.",
        discussion: """
            A document becomes a draft of its action. With --publish a named person accepts it as it is, for the public; a document in which \
            something was understood with little confidence is then refused, unless --accept is given too. The same document twice changes nothing. \
            The section is told by the document, else it is the international one. A file that `amparo export` wrote is taken as it is.

              amparo import --dry-run --format jsonl cases/*.txt
              amparo import --publish --by Rosa cases/
              amparo import --section us --publish --accept case.txt
              amparo import --publish --accept --report archive.jsonl archive/
              amparo import --explain case.txt
              amparo import --subjects list-of-subject-lines.txt
              pdftotext case.pdf - | amparo import -
              amparo import --publish archive/
              amparo import cases.zip

            What a file is, is told by what it holds: text, Markdown, HTML, Word, OpenDocument, RTF, PDF, e-mail. A zip archive, given by name, \
            in a folder or on standard input, stands for the documents in it; one inside another is refused.

            However many there are, Ctrl-C keeps what was taken so far, and the same command again goes on from there. A document that names \
            no case but another document is told last, when that one is known.

            Exit status 2 when some files were refused; the rest of the batch is taken.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Only say what would be read; touches no database.")
    var dryRun = false

    @Option(help: "How it is told: text for people, jsonl for programs.")
    var format = TakenPrinter.Format.text

    @Option(help: ArgumentHelp("The section whose edition these documents are.", valueName: "code"))
    var section: String?

    @Flag(help: "Accept the documents for the public.")
    var publish = false

    @Option(help: ArgumentHelp("Who accepts them (default: the machine's user).", valueName: "name"), transform: ActionArguments.words)
    var by: String?

    @Flag(help: "Accept what was understood with little confidence too.")
    var accept = false

    @Flag(help: "Publish what is marked as internal or for members too: everybody may read it.")
    var forEverybody = false

    @Option(help: ArgumentHelp("Write what became of each document, with every finding, as one JSON object a line.", valueName: "file.jsonl"))
    var report: String?

    @Flag(help: "Show the documents line by line, with what was recognised in each line and how surely; touches no database.")
    var explain = false

    @Flag(help: "Read every line as the subject line of a document and print what it says as JSON; touches no database.")
    var subjects = false

    @Argument(help: ArgumentHelp("Files, folders, zip archives, or - for standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if !publish && by != nil { throw ValidationError("--by goes with --publish.") }
        if !publish && forEverybody { throw ValidationError("--for-everybody goes with --publish.") }
        if !publish && accept { throw ValidationError("--accept goes with --publish.") }
        if dryRun && publish { throw ValidationError("--dry-run and --publish exclude each other.") }
        let asks = publish || report != nil || format == .jsonl
        if explain && asks { throw ValidationError("--explain only goes with files.") }
        if subjects && (asks || explain) { throw ValidationError("--subjects only goes with files.") }
    }

    func run() async throws {
        if subjects { return try SubjectLines()(DocumentFiles.named(files)) }
        if explain { return try await Explaining(words: try Catalogue.shipped()["en"])(DocumentFiles.named(files)) }
        let settings = try await options.settings()
        let outcome = try await Interruption.watched { interruption in
            try await dryRun ? take(nil, interruption) : Store.with(settings, .madeWhenMissing) { try await take($0, interruption) }
        }
        if let outcome { throw outcome.code }
    }

    /// Nil when every document was taken.
    private func take(_ store: Store?, _ interruption: Interruption) async throws -> ExitStatus? {
        let intake = try await intake(store), printer = TakenPrinter(format: format, words: try Catalogue.shipped()["en"]),
            files = DocumentFiles.named(files)
        let listener = BatchListener(printer: printer, report: try report.map(ReportFile.init))
        try await Batch(
            intake: intake, listener: listener, interruption: interruption, progress: Progress(of: files.count),
            width: ProcessInfo.processInfo.activeProcessorCount
        )(files)
        printer.sum(listener.sums)
        if interruption.isAsked && listener.sums.documents < files.count {
            Terminal.complain(listener.sums.interrupted(of: files.count, isKept: store != nil))
            return .interrupted
        }
        return listener.sums.refused > 0 ? .someRefused : nil
    }

    private func intake(_ store: Store?) async throws -> Intake {
        var terms = ImportDocument.Terms()
        terms.section = try await known(section, in: store)
        terms.isPublished = publish
        terms.acceptsUncertain = accept
        terms.isForEverybody = forEverybody
        return Intake(
            accept: store.map { ImportDocuments(database: $0.database, world: $0.world) },
            restore: store.map { RestoreDocument(database: $0.database, world: $0.world) }, terms: terms, name: by ?? NSUserName()
        )
    }

    private func known(_ code: String?, in store: Store?) async throws -> Section.Code? {
        guard let code, let store else { return nil }
        let codes = try await store.database.read { db in try db.sections().map(\.code.rawValue) }
        guard codes.contains(code) else {
            throw ValidationError("There is no section '\(code)'; there are: \(codes.joined(separator: ", ")).")
        }
        return Section.Code(rawValue: code)
    }
}

extension BatchSums {
    fileprivate func interrupted(of total: Int, isKept: Bool) -> String {
        let done = "amparo: stopped after \(documents) of \(total) documents."
        return isKept ? done + " They are kept; the same command again goes on with the others." : done
    }
}

extension TakenPrinter.Format: ExpressibleByArgument {}
