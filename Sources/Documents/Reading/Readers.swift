/// The formats that can be read. Adding a format is adding a line.
enum Readers {
    /// The lines of a document of any known format.
    static func lines(of bytes: [UInt8]) throws(Unreadable) -> [TextLine] {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Limits.bytes else { throw .large }
        let format = DocumentFormat.of(bytes)
        if let refusal = format.refusal { throw refusal }
        let lines = try reader(of: format).lines(of: bytes)
        guard lines.contains(where: { !$0.words.isEmpty }) else { throw .blank }
        return lines
    }

    private static func reader(of format: DocumentFormat) -> any Reader {
        switch format {
        case .html: HTMLReader()
        case .mail: MailReader()
        case .pages: PagesReader()
        default: PlainTextReader()
        }
    }
}
