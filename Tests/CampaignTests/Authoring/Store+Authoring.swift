import Documents
import Storage
import TestSupport

@testable import Campaign

/// Writing at the desk, as two editors and an approver do.
extension Store {
    var rosa: StaffMember.ID { StaffMember.ID("rosa") }
    var ben: StaffMember.ID { StaffMember.ID("ben") }

    /// A new case in Kenya, whose number is the next.
    @discardableResult
    func begin(serial: Int? = nil, by member: StaffMember.ID? = nil) async throws -> Reference {
        try await BeginCase(database: database, world: world)(
            BeginCase.Start(
                series: .UA, serial: serial, year: 2021, countries: [Country("KE")].compactMap { $0 }, language: "en",
                headline: "Reporter held over a budget question"),
            for: .international, by: member ?? rosa)
    }

    func opened(_ reference: Reference, ordinal: Int = 1) async throws -> OpenedManuscript {
        try await OpenManuscript(database: database, world: world)(reference, ordinal, for: .international, by: rosa)
    }

    /// Types into some fields of a part and saves it; the others stay as they were at `base`.
    @discardableResult
    func type(
        _ fields: [String: String], into part: ManuscriptPart, of reference: Reference, since base: Int? = nil, by member: StaffMember.ID? = nil
    ) async throws -> SavePart.Result {
        let now = try await opened(reference)
        let shown = try await database.read { db in try base.flatMap { try db.version($0, of: now.manuscript.output)?.content } } ?? now.content
        return try await SavePart(database: database, world: world)(
            part, shown.typed(part).merging(fields) { $1 }, since: base ?? now.manuscript.revision, of: reference, 1, for: .international,
            by: member ?? rosa)
    }

    @discardableResult
    func move(_ step: MoveManuscript.Step, _ reference: Reference, by member: StaffMember.ID? = nil) async throws -> Manuscript {
        try await MoveManuscript(database: database, world: world)(step, of: reference, 1, for: .international, by: member ?? rosa)
    }

    /// Adds whom to write to, so that it can be let through.
    func address(_ reference: Reference, _ office: String = "Minister of Justice") async throws -> String {
        try await AddressDraft(database: database, world: world)(
            .add(office: office, .target), of: reference, 1, for: .international, by: rosa)
    }

    /// Written by Rosa, asked, approved by Ben.
    func approved() async throws -> Reference {
        let reference = try await begin()
        _ = try await address(reference)
        try await move(.ask, reference)
        try await move(.approve(seen: opened(reference).manuscript.revision, isEmergency: false), reference, by: ben)
        return reference
    }

    func publishFromDesk(_ reference: Reference) async throws -> [Int] {
        try await PublishFromDesk(database: database, world: world)(reference, for: .international, by: "ben")
    }
}
