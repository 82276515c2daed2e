import Campaign
import Documents

/// A document to take away in one or more formats, or one that a source names and that has no text here.
struct DocumentPart: Sendable {
    let documentTitle: String
    /// What most people take: for paper, and for a word processor.
    let formats: [Format]
    /// The others, folded.
    let further: [Format]
    let hasFurther: Bool
    let notHere: String?

    struct Format: Sendable {
        let name: String
        /// What a screen reader says of the link when it stands alone: "Case sheet, English, plain text, 3 kB".
        let label: String
        let path: String
        /// As measured; nil for a PDF that was not made yet.
        let fileSize: String?
    }
}

/// What the documents of a page are made with.
struct DocumentMaking {
    let site: SiteParts
}

extension DocumentPart {
    static func all(_ view: ActionView, _ making: DocumentMaking) -> [DocumentPart] {
        let reader = view.reader
        func titles(_ key: String, _ language: Language) -> String { [reader.text(key), reader.name(of: language)].joined(separator: ", ") }
        let sheets = view.output.texts.map { (titles("document.sheet", $0.language), Sheet.sheet, $0.language) }
        let letters = view.isOpen ? view.output.letters.map { (titles("document.letter", $0.language), Sheet.letter, $0.language) } : []
        let all = letters.count < 2 ? [] : [(reader.text("document.letters"), Sheet.letters, reader.language)]
        return (sheets + letters + all).compactMap { DocumentPart($0.0, $0.1, $0.2, view, making) } + named(view)
    }

    private init?(_ title: String, _ sheet: Sheet, _ language: Language, _ view: ActionView, _ making: DocumentMaking) {
        let reader = view.reader, paper = PaperSize.usual(in: reader.section.country)
        guard let document = making.document(sheet, of: view, in: language) else { return nil }
        documentTitle = title
        let all = SheetFormat.allCases.filter { $0 != .pdf || making.site.press.canMakePDF }.map { format -> (SheetFormat, Format) in
            let name = reader.text("document.\(format.rawValue)")
            let place = Links.document(view.action.reference, view.output.ordinal, language, sheet, format, paper: format.isOnPaper ? paper : nil)
            let size = making.bytes(of: document, format, paper, at: place).map(reader.fileSize)
            let path = Links.document(view.action.reference, view.output.ordinal, language, sheet, format)
            return (format, Format(name: name, label: [title, name, size].compactMap { $0 }.joined(separator: ", "), path: path, fileSize: size))
        }
        formats = all.filter { $0.0.isUsual }.map { $0.1 }
        further = all.filter { !$0.0.isUsual }.map { $0.1 }
        hasFurther = !further.isEmpty
        notHere = nil
    }

    /// What the sources of any edition name, in languages that have no text here.
    private static func named(_ view: ActionView) -> [DocumentPart] {
        let reader = view.reader, here = Set(view.output.texts.map(\.language))
        return view.output.editions.flatMap(\.downloads).filter { $0.language.map { !here.contains($0) } ?? true }.map { download in
            let pieces = [download.language.map(reader.name), download.format, download.size].compactMap { $0 }
            let note = [pieces.joined(separator: ", "), reader.text("action.document_not_here")].filter { !$0.isEmpty }
            return DocumentPart(documentTitle: download.title, formats: [], further: [], hasFurther: false, notHere: note.joined(separator: " · "))
        }
    }
}

extension DocumentMaking {
    /// Made once to be measured, where that costs little; a PDF has a size once somebody asked for it.
    fileprivate func bytes(of document: CaseSheet, _ format: SheetFormat, _ paper: PaperSize, at place: String) -> Int? {
        if let known = site.sizes.bytes(of: document, at: place) { return known }
        guard let made = try? document.bytes(withoutPress: format, paper: paper) else { return nil }
        site.sizes.note(made.count, of: document, at: place)
        return made.count
    }

    /// The document as its own address gives it: with the words of the site in its language, where the section has them.
    fileprivate func document(_ sheet: Sheet, of view: ActionView, in language: Language) -> CaseSheet? {
        let reader = site.reader(view.reader.section, accepting: language.rawValue)
        let own = ActionView(view.action, view.output, view.tally, embassies: view.embassies, for: reader)
        return CaseSheet(sheet, of: own, in: language, origins: site.origins)
    }
}

extension Reader {
    /// "12 kB"; at least one.
    fileprivate func fileSize(_ bytes: Int) -> String {
        text("document.size", ["size": words.grouped(max(1, (bytes + 500) / 1_000))])
    }
}
