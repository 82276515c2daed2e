import Foundation

@testable import Documents

/// A document of the folder `Fixtures`, written for the tests.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func reading(_ name: String) throws -> DraftReading { DraftReader()(try bytes(name), named: name) }

    /// The draft of a document that is not refused.
    static func draft(_ name: String) throws -> ActionDraft {
        let reading = try reading(name)
        guard let draft = reading.draft else { throw Refused(reason: reading.refused ?? "") }
        return draft
    }

    struct Refused: Error { let reason: String }

    static func draft(of text: String) -> ActionDraft? { DraftReader()(Array(text.utf8), named: "text").draft }
}
