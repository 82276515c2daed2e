import Campaign
import Documents
import Hummingbird
import Storage

/// Says of a document that is marked as internal, or for members, that everybody may read it.
struct AudienceRoutes: Sendable {
    let shell: DeskShell
    let open: OpenToEverybody

    init(shell: DeskShell) {
        self.shell = shell
        open = OpenToEverybody(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.post("desk/actions/:reference/audience", use: shell.answer(.release, needsCode: true, create))
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let action = try await shell.ownAction(asked)
        guard let ordinal = try await asked.form()["output"].flatMap({ Int($0) }) else { throw NotPublishedHere() }
        try await open(action.reference, ordinal: ordinal, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.action(action.reference), type: .normal)
    }
}

extension DeskForm {
    /// One for each document that is not for everybody yet.
    static func audiences(of action: Action, _ reader: Reader) -> [DeskForm] {
        action.outputs.filter { $0.audience != .everybody }.map { output in
            DeskForm(
                to: FollowUpLinks.audience(action.reference), reader.text("desk.audience_open"),
                heading: reader.text("desk.audience_title", ["number": String(output.ordinal)]),
                explanation: reader.text("desk.audience_\(output.audience.rawValue)"),
                hidden: [HiddenField(fieldName: "output", fieldValue: String(output.ordinal))], isGrave: true)
        }
    }
}
