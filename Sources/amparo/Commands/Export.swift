import ArgumentParser
import Campaign
import Documents
import Storage

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write actions out, so that nothing depends on this program.",
        discussion: """
            With --all, every action there is as Markdown files with YAML front matter (docs/format.md), one for each output and language, in a \
            folder that is empty or not there yet. `amparo import --publish` of that folder into an empty database gives the same content. \
            Reports that this server counted are no part of it; of a withdrawn action only its number is.

              amparo export 'UA 119/21' --format txt
              amparo export 'UA 119/21' --output 1 --language fr --format json
              amparo export 'UA 119/21' --format pdf --paper letter > ua-119-21.pdf
              amparo export --all archive/
              amparo export --package tables/ --section ch
              amparo export --site mirror/

            --site writes every public page as a file, with links that work without a server, for mirrors and onion services (docs/mirrors.md). \
            A copy that is there already is replaced at once, and nothing stays of what was taken down.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, md, txt, docx, odt, pdf }

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Every action, drafts too, into a folder.")
    var all = false

    @Flag(help: "What a section's readers find, as tables (CSV) with a description (Frictionless data package), into a folder.")
    var package = false

    @Flag(help: "The public site as files, for mirrors, into a folder.")
    var site = false

    @Option(help: ArgumentHelp("The section, with --package (default: int) or --site (default: all).", valueName: "code"))
    var section: String?

    @Flag(name: .customLong("no-pdf"), help: "Leave out PDFs, with --site: they take most of the time.")
    var noPDF = false

    @Option(help: ArgumentHelp("Which document of the action, counted from 1 (default: the latest).", valueName: "number"))
    var output: Int?

    @Option(help: ArgumentHelp("In which language (default: English, else its first).", valueName: "tag"))
    var language: String?

    @Option(help: "json for programs, md for Amparo's own format, txt, docx, odt and pdf for people.")
    var format: Format?

    @Option(help: ArgumentHelp("The sheet of docx, odt and pdf: a4 or letter (default: a4).", valueName: "size"))
    var paper: PaperSize?

    @Argument(help: "The action, in any form its number is printed; with --all the folder.")
    var place: String

    func validate() throws {
        if site && (all || package || output != nil || language != nil || format != nil) {
            throw ValidationError("--site goes with --section, --no-pdf and a folder.")
        }
        if noPDF && !site { throw ValidationError("--no-pdf goes with --site.") }
        if package && (all || output != nil || language != nil || format != nil) {
            throw ValidationError("--package goes with --section and a folder.")
        }
        if section != nil && !package && !site { throw ValidationError("--section goes with --package or --site.") }
        if all && (output != nil || language != nil || (format ?? .md) != .md) {
            throw ValidationError("--all writes everything as md; --output, --language and --format go with one action.")
        }
        if paper != nil && ![.docx, .odt, .pdf].contains(format) { throw ValidationError("--paper goes with --format docx, odt or pdf.") }
        if !isOfAll && format == nil {
            throw ValidationError("Say --format json, md, txt, docx, odt or pdf, or --all, --package or --site and a folder.")
        }
        if !isOfAll { _ = try ActionArguments.reference(place) }
    }

    private var isOfAll: Bool { all || package || site }

    func run() async throws {
        let reference = try isOfAll ? nil : ActionArguments.reference(place)
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            if let reference {
                try await say(reference, from: store, Press(python: settings.python.value))
            } else if site {
                try await CopySite(settings: settings, store: store, section: section, hasPDF: !noPDF)(SiteFolder(place))
                Terminal.say("The copy is in \(place)")
            } else if package {
                try await fill(PackageFolder(place), from: store, port: settings.port.value)
            } else {
                try await fill(ArchiveFolder(place), from: store)
            }
        }
    }

    private func say(_ reference: Reference, from store: Store, _ press: Press) async throws {
        let exported = try await ExportOutput(database: store.database)(reference, ordinal: output, language: language.map { Language($0) })
        let sheet = CaseSheet(exported, try Catalogue.shipped()), paper = paper ?? .a4
        switch format {
        case .json: Terminal.say(try JSONLine.text(exported))
        case .txt: Terminal.sayAsIs(sheet.plainText)
        case .docx: Terminal.say(bytes: sheet.word(paper: paper))
        case .odt: Terminal.say(bytes: sheet.openDocument(paper: paper))
        case .pdf: Terminal.say(bytes: try await press.pdf(sheet.html(paper: paper)))
        default: Terminal.sayAsIs(try NativeWriter()(.output(exported.chosen)))
        }
    }

    private func fill(_ folder: ArchiveFolder, from store: Store) async throws {
        try folder.prepare()
        let count = try await ExportArchive(database: store.database)(folder.keep)
        Terminal.say("\(count) files in \(place)")
    }

    private func fill(_ folder: PackageFolder, from store: Store, port: Int) async throws {
        try folder.prepare()
        let export = ExportPackage(database: store.database, world: store.world), code = Section.Code(rawValue: section ?? "int")
        let count = try await export(of: code, origin: { $0.origin(port: port) }, keep: folder.add)
        Terminal.say("\(count) actions in \(place)")
    }
}

extension PaperSize: ExpressibleByArgument {}
