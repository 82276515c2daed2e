import Campaign
import Documents
import Hummingbird
import Storage

/// What the routes of writing share: whose the output is, and who everybody is.
struct AuthoringShell: Sendable {
    let shell: DeskShell
    let authoring: AuthoringOperations

    /// An output in an address, which this desk may write.
    struct Place: Sendable {
        let reference: Reference
        let ordinal: Int
        let section: Section.Code
    }

    /// Throws as for an action that is not here when it is another section's alone, `StaffRefusal.notAllowed` for one that is not this one's alone.
    func place(_ asked: DeskShell.Asked) async throws -> Place {
        let reference = try asked.reference(), section = asked.reader.section.code
        let ordinal = try asked.visitor.number("ordinal", in: 1...999)
        let sections = try await shell.site.database.read { db in try db.sections(publishing: db.wholeAction(reference).id) }
        guard section == .international || sections.isSubset(of: [section]) else {
            throw sections.isDisjoint(with: [section, .international])
                ? ActionRefusal.unknownReference(reference.printed(.slash)) : StaffRefusal.notAllowed as any Refusal
        }
        return Place(reference: reference, ordinal: ordinal, section: section)
    }

    func opened(_ asked: DeskShell.Asked, isWriting: Bool = false) async throws -> (Place, OpenedManuscript) {
        let place = try await place(asked)
        let opened = try await authoring.open(
            place.reference, place.ordinal, for: place.section, by: asked.at.member.id, isWriting: isWriting)
        return (place, opened)
    }

    /// Staff by their ids, as colleagues know them.
    func names(_ asked: DeskShell.Asked) async throws -> StaffNames {
        let staff = try await shell.site.database.read { db in try db.staffMembers() }
        return StaffNames(
            names: Dictionary(staff.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first }),
            elsewhere: asked.reader.text("desk.authoring_elsewhere"))
    }

    func warnings(_ opened: OpenedManuscript, _ reader: Reader) -> [ManuscriptWarning] {
        authoring.check(opened, for: shell.site.sections[opened.place.section] ?? reader.section, on: reader.today)
    }

    /// The draft as readers will see it.
    func view(_ opened: OpenedManuscript, for reader: Reader) async throws -> ActionView {
        let action = opened.place.asPublished, output = opened.place.output
        return try await shell.site.database.read { db in
            let home = reader.section.country.flatMap { Country($0) }
            let missions = try home.map { try db.missions(from: action.countries, to: $0) } ?? []
            let embassies = EmbassyRule(section: reader.section, publishers: shell.site.sections.all, missions: missions, today: reader.today)
            return ActionView(action, output, try db.tally(of: action.id), embassies: embassies, for: reader)
        }
    }
}

/// What staff are called, by id.
struct StaffNames: Sendable {
    let names: [String: String]
    let elsewhere: String

    subscript(id: String) -> String { id == Manuscript.elsewhere ? elsewhere : names[id] ?? id }
}
