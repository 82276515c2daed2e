import Documents
import Foundation
import Storage

/// What became of an action, as it is now. Of several changes the last counts, so nothing that was taken back is kept to be told.
struct ActionChange: Sendable, Equatable, Codable {
    /// The place of its last change in the log of the server it comes from.
    let seq: Int64
    /// `UA 119/21`
    let reference: String
    /// Nothing more is said of a withdrawn one.
    let isWithdrawn: Bool
    /// Its published outputs, language by language, in Amparo's own format (docs/format.md).
    let documents: [String]

    private enum CodingKeys: String, CodingKey {
        case seq, reference, documents
        case isWithdrawn = "withdrawn"
    }
}

/// Some changes of a server's outputs, in their order.
struct ChangePage: Sendable, Equatable, Codable {
    let server: String
    let changes: [ActionChange]
    /// What to ask after next.
    let next: Int64
    let hasMore: Bool

    private enum CodingKeys: String, CodingKey {
        case server, changes, next
        case hasMore = "has_more"
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    init(server: String, changes: [ActionChange], next: Int64, hasMore: Bool) {
        self.server = server
        self.changes = changes
        self.next = next
        self.hasMore = hasMore
    }

    /// nil for what is not written so.
    init?(json: [UInt8]) {
        guard let page = try? JSONDecoder().decode(ChangePage.self, from: Data(json)) else { return nil }
        self = page
    }
}

extension NativeOutput {
    /// What of an output is for other servers, and what is taken from one: the words that are public, as the international section has them. No
    /// count, nobody of the staff, nothing of other sections.
    ///
    /// - Parameters:
    ///   - server: in whose name it is published.
    ///   - section: the section whose edition goes along as the international one.
    func abroad(by server: String, of section: String = Section.Code.international.rawValue) -> NativeOutput {
        var output = self, main = editions.first { $0.section == section }
        main?.section = Section.Code.international.rawValue
        main?.counts = []
        output.editions = main.map { [$0] } ?? []
        output.words.editions = words.editions.filter { $0.section == section }.map {
            NativeWords.Edition(
                section: Section.Code.international.rawValue, instructions: $0.instructions, postalNote: $0.postalNote, safetyNote: $0.safetyNote)
        }
        output.published = published.map { NativeStamp(at: $0.at, by: server) }
        output.facts.extensions = facts.extensions.filter { $0.section == nil }.map {
            NativeOutput.Extension(until: $0.until, section: nil, stamp: NativeStamp(at: $0.stamp.at, by: server))
        }
        return output
    }
}
