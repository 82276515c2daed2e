import Converters
package import Documents
package import Storage

/// Reads a document that was taken in, with the converters and their bounds, and keeps what was understood beside its lines.
package struct ReadReview: Sendable {
    package static let kind = "import.read"

    let database: any Database
    private let read: ReadDocument

    package init(database: any Database, read: ReadDocument) {
        self.database = database
        self.read = read
    }

    package func callAsFunction(_ job: Job) async throws {
        try await self(Review.ID(job.subject))
    }

    /// Nothing happens when it was read or decided meanwhile.
    package func callAsFunction(_ id: Review.ID) async throws {
        guard let (name, bytes) = try await database.write({ db in try db.beginReading(id) }) else { return }
        let (reading, lines) = await read.withLines(bytes, named: name)
        try await database.write { db in
            if let reason = reading.refused {
                try db.refuseReview(id, because: ReviewTrouble(reason: reason))
            } else {
                try db.keepReading(id, lines: lines, reading)
            }
        }
    }
}

extension ReadDocument {
    /// What a document says, and the lines in which it says it; none of a document that is refused.
    package func withLines(_ bytes: [UInt8], named name: String) async -> (reading: DraftReading, lines: [SourceLine]) {
        let format = DocumentFormat.of(bytes)
        if let reason = DocumentFormat.refusal(of: bytes, format) { return (DraftReading(file: name, refused: reason), []) }
        do throws(ConversionFailure) {
            let readable = try await readable(bytes)
            var reading = await self(readable, named: name)
            guard reading.refused == nil else { return (reading, []) }
            if format == .word { reading.findings += WordFurniture(of: bytes).texts.map { .pageHead($0) } }
            return (reading, Self.lines(of: try await self.readable(source(of: reading, in: readable, format))))
        } catch {
            return (DraftReading(file: name, refused: error.reason), [])
        }
    }

    /// Of a mail the attachment that was read in its place.
    private func source(of reading: DraftReading, in bytes: [UInt8], _ format: DocumentFormat) -> [UInt8] {
        guard format == .mail, let name = reading.findings.first(where: { $0.field == "attachment" && $0.confidence > 0.5 })?.value else {
            return bytes
        }
        return MailAttachments(of: bytes).all.first { $0.name == name }?.bytes ?? bytes
    }

    private static func lines(of bytes: [UInt8]) -> [SourceLine] {
        DraftReader().lines(of: bytes).map { SourceLine(number: $0.number, text: $0.text) }
    }
}
