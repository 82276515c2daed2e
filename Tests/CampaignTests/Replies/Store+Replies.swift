import Documents
import Storage
import TestSupport

@testable import Campaign

extension Store {
    var decideReply: DecideReply { DecideReply(database: database, press: SamplePhoto.press, world: world) }
    var tendReply: TendReply { TendReply(database: database, press: SamplePhoto.press, world: world) }

    func rosa() async throws -> StaffMember.ID {
        _ = try await staff("rosa", .admin)
        return try await database.read { db in try db.staffMembers().first?.id ?? StaffMember.ID("") }
    }

    /// Somebody hands in a letter of the ministry: a photograph, some words, or both.
    func handIn(
        _ words: String = "", photo: Bool = true, token: String = "a token of some length", to reference: Reference = .wanjiru,
        at section: Section.Code = .international, by member: StaffMember.ID? = nil
    ) async throws -> Reply.ID {
        let scans = photo ? try await SamplePhoto.press.scans(of: SamplePhoto.jpeg) : []
        let handed = try HandedReply(
            reference: reference, section: section, token: token, office: "Minister of the Interior", language: "en", receivedOn: "2021-11-29",
            words: words, scans: scans, today: Day("2021-11-30") ?? Day(number: 0), by: member)
        return try await HandInReply(database: database, world: world)(handed)
    }

    func reply(_ id: Reply.ID) async throws -> Reply { try await database.read { db in try db.reply(id) } }

    func publishedReplies(at section: Section.Code = .international) async throws -> [Reply] {
        try await database.read { db in
            let action = try db.wholeAction(.wanjiru)
            return try db.publishedReplies(of: action.id, at: section)
        }
    }

    func pictures() async throws -> [[UInt8]] {
        try await database.read { db in try db.rows("SELECT picture FROM reply_page ORDER BY reply_id, position").map { try $0("picture") } }
    }
}
