import Converters
package import Documents
package import Storage

/// Reads a document that was taken in, with the converters and their bounds, and keeps what was understood beside its lines. Each further action
/// that it prints becomes a document of its own in the list.
package struct ReadReview: Sendable {
    package static let kind = "import.read"

    let database: any Database
    let world: World
    private let read: ReadDocument

    package init(database: any Database, world: World, read: ReadDocument) {
        self.database = database
        self.world = world
        self.read = read
    }

    package func callAsFunction(_ job: Job) async throws {
        try await self(Review.ID(job.subject))
    }

    /// Nothing happens when it was read or decided meanwhile.
    package func callAsFunction(_ id: Review.ID) async throws {
        guard let (name, bytes) = try await database.write({ db in try db.beginReading(id) }) else { return }
        let read = await read.withLines(bytes, named: name), now = world.now(), newID = world.newID
        try await database.write { db in
            if let reason = read.reading.refused { return try db.refuseReview(id, because: ReviewTrouble(reason: reason)) }
            guard try db.keepReading(id, lines: read.lines, read.reading), let review = try db.review(id) else { return }
            for (place, words) in read.further.enumerated() {
                let document = NewDocument(named: "\(place + 2) \(name)", Array(words.utf8))
                _ = try db.take(document, in: review.section, by: review.takenBy, at: now, newID)
            }
            try db.eraseNames(in: id)
        }
    }
}

extension ReadDocument {
    /// What a document says, the lines in which it says it, and the words of each further action in it; nothing of a document that is refused.
    package func withLines(_ bytes: [UInt8], named name: String) async -> (reading: DraftReading, lines: [SourceLine], further: [String]) {
        let format = DocumentFormat.of(bytes)
        if let reason = DocumentFormat.refusal(of: bytes, format) { return (DraftReading(file: name, refused: reason), [], []) }
        do throws(ConversionFailure) {
            let readable = try await readable(bytes)
            var reading = await self(readable, named: name)
            guard reading.refused == nil else { return (reading, [], []) }
            if format == .word { reading.findings += WordFurniture(of: bytes).texts.map { .pageHead($0) } }
            let source = try await self.readable(source(of: reading, in: readable, format))
            let isLong = reading.draft?.additionalRecords.isEmpty == false
            return (reading, Self.lines(of: source), isLong ? DraftReader().furtherActions(in: source) : [])
        } catch {
            return (DraftReading(file: name, refused: error.reason), [], [])
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
