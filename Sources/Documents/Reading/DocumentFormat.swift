/// The format of a document, told by what its bytes hold and never by its name.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case text, html, mail
    /// The words of pages with their places, as `pdftotext -bbox-layout` prints them.
    case pages
    case word, openDocument, richText, pdf
    /// A zip archive of documents.
    case archive
    /// An OLE file: Word before 2007, or a Word file under a password.
    case oldWord
    case binary

    package static func of(_ bytes: [UInt8]) -> DocumentFormat {
        if bytes.prefix(1024).containsText("%PDF-") { return .pdf }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWord }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .richText }
        if isZipped(bytes) { return zipped(bytes) }
        guard TextEncoding(of: bytes) != nil else { return .binary }
        return written(bytes)
    }

    /// Whether an outside program has to turn it into text or HTML first.
    package var needsConversion: Bool { [.word, .openDocument, .richText, .pdf].contains(self) }

    /// Whether it is a zip archive of any kind, by its first four bytes.
    package static func isZipped(_ bytes: some Collection<UInt8>) -> Bool {
        let start = Array(bytes.prefix(4))
        return start.count == 4 && start.starts(with: Array("PK".utf8)) && start[2] < 9 && start[3] < 9
    }

    private static func zipped(_ bytes: [UInt8]) -> DocumentFormat {
        (try? ZipArchive(bytes)).map(of) ?? .archive
    }

    /// Word and OpenDocument files are archives too, told by their parts.
    package static func of(_ archive: ZipArchive) -> DocumentFormat {
        let names = Set(archive.members.prefix(1000).map(\.name))
        if names.contains("word/document.xml") || names.contains("[Content_Types].xml") { return .word }
        if names.contains("content.xml"), names.contains("mimetype") || names.contains("META-INF/manifest.xml") { return .openDocument }
        return .archive
    }

    private static func written(_ bytes: [UInt8]) -> DocumentFormat {
        if PagesReader.recognises(bytes) { return .pages }
        if HTMLReader.recognises(bytes) { return .html }
        return MailReader.recognises(bytes) ? .mail : .text
    }
}

extension DocumentFormat {
    /// Why a document must not even be handed to a converter: too large, under a password, or made to swell when unpacked.
    package static func refusal(of bytes: [UInt8], _ format: DocumentFormat) -> String? {
        guard bytes.count <= Limits.bytes else { return Unreadable.large.reason }
        guard format == .word || format == .openDocument else { return nil }
        do throws(ZipArchive.Refused) {
            try ZipArchive(bytes).checkDocument()
            return nil
        } catch {
            return error.reason
        }
    }

    /// Why the readers cannot take it as it is; nil when they can.
    var refusal: Unreadable? {
        switch self {
        case .text, .html, .mail, .pages: nil
        case .word: Unreadable(reason: "a Word document that was not converted")
        case .openDocument: Unreadable(reason: "an OpenDocument file that was not converted")
        case .richText: Unreadable(reason: "a rich-text file that was not converted")
        case .pdf: Unreadable(reason: "a PDF that was not converted")
        case .archive: Unreadable(reason: "a zip archive, not a document")
        case .oldWord: Unreadable(reason: "an old (.doc) or encrypted Word file: save it as .docx without a password")
        case .binary: .binary
        }
    }
}

extension Collection<UInt8> where SubSequence: RandomAccessCollection {
    /// Whether the ASCII text occurs.
    func containsText(_ text: StaticString) -> Bool {
        let wanted = text.withUTF8Buffer { Array($0) }
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
