package import Converters
package import Documents

/// Reads a document of any format into a draft: what the readers cannot take as it is, outside programs convert first.
package struct ReadDocument: Sendable {
    private let conversions: [DocumentFormat: any Conversion]
    private let read = DraftReader()

    /// At most `workers` outside programs run at once.
    package init(workers: Int) {
        let workers = Workers(workers)
        conversions = [
            .word: OfficeConversion(.word, workers: workers), .openDocument: OfficeConversion(.openDocument, workers: workers),
            .richText: OfficeConversion(.richText, workers: workers), .pdf: PDFConversion(workers: workers),
        ]
    }

    /// The draft of a document, or why there is none. `name` is the base name of the file and decides nothing.
    package func callAsFunction(_ bytes: [UInt8], named name: String) async -> DraftReading {
        let format = DocumentFormat.of(bytes)
        if format == .mail { return await mail(bytes, named: name) }
        var reading = await document(bytes, format, named: name)
        if format == .word, reading.refused == nil {
            let heads = WordFurniture(of: bytes).texts
            for text in heads { reading.findings.append(.pageHead(text)) }
            let marks = heads.flatMap { $0.split(whereSeparator: \.isNewline) }.compactMap { AudienceMarks.audience(of: String($0)) }
            if let mark = marks.first { reading.findings.append(AudienceMarks.finding(mark, line: nil)) }
        }
        return reading
    }

    /// The bytes as the readers take them: those of a Word file or a PDF converted, others as they are.
    package func readable(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        let format = DocumentFormat.of(bytes)
        guard let conversion = conversions[format], DocumentFormat.refusal(of: bytes, format) == nil else { return bytes }
        return try await conversion(bytes)
    }

    private func document(_ bytes: [UInt8], _ format: DocumentFormat, named name: String) async -> DraftReading {
        guard let conversion = conversions[format] else { return read(bytes, named: name) }
        if let reason = DocumentFormat.refusal(of: bytes, format) { return DraftReading(file: name, refused: reason) }
        do throws(ConversionFailure) {
            return read(try await conversion(bytes), named: name)
        } catch {
            return DraftReading(file: name, refused: error.reason)
        }
    }
}

extension ReadDocument {
    /// How many attachments of one mail are opened.
    private static let mostAttachments = 5

    /// A mail is read by its own text; where that is no urgent action, by the first attachment that is one. What was left is named.
    private func mail(_ bytes: [UInt8], named name: String) async -> DraftReading {
        let attachments = MailAttachments(of: bytes).all
        var reading = read(bytes, named: name)
        guard reading.refused != nil else {
            reading.findings += attachments.map { .unread($0.name) }
            return reading
        }
        for (index, attachment) in attachments.prefix(Self.mostAttachments).enumerated() {
            let format = DocumentFormat.of(attachment.bytes)
            guard format != .archive else { continue }
            var inside = await document(attachment.bytes, format, named: name)
            guard inside.refused == nil else { continue }
            inside.findings.append(.read(attachment.name))
            inside.findings += attachments.enumerated().filter { $0.offset != index }.map { .unread($0.element.name) }
            return inside
        }
        return reading
    }
}

extension Finding {
    fileprivate static func unread(_ name: String) -> Finding {
        Finding(field: "attachment", value: name, confidence: 0.4, note: FindingNote(.attachmentUnread))
    }

    fileprivate static func read(_ name: String) -> Finding {
        Finding(field: "attachment", value: name, confidence: 0.8, note: FindingNote(.attachmentRead))
    }

    static func pageHead(_ text: String) -> Finding {
        Finding(field: "page_head", value: String(text.prefix(120)), confidence: 0.6, note: FindingNote(.pageHead))
    }
}
