import Campaign
import Documents
import HTTPTypes
import Hummingbird

/// The door of a demonstration: a button for each of its staff.
struct DemoDoor: Sendable {
    static let enter = "/desk/sign-in/demo"

    let shell: DeskShell
    private let operation: EnterDemo

    init(shell: DeskShell) {
        self.shell = shell
        operation = EnterDemo(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.post("desk/sign-in/demo", use: shell.open(enter))
    }

    /// Nothing anywhere else than on a demonstration.
    static func forms(_ site: SiteParts, _ reader: Reader) -> [DeskForm] {
        guard site.isDemo else { return [] }
        return DemoStaff.all.enumerated().map { position, member in
            let role = reader.text("desk.role_\(member.role.rawValue)")
            return DeskForm(
                to: enter, reader.text("desk.demo_enter", ["role": role]), heading: position == 0 ? reader.text("desk.demo_title") : nil,
                explanation: reader.text("desk.demo_\(member.role.rawValue)"),
                hidden: [HiddenField(fieldName: "role", fieldValue: member.role.rawValue)])
        }
    }

    @Sendable private func enter(_ request: Request, _ reader: Reader, _ isSecure: Bool) async throws -> Response {
        let form = try await FormBody.read(request)
        guard shell.site.isDemo, let member = DemoStaff(role: form["role"] ?? "") else { throw NotPublishedHere() }
        let session = try await operation(as: member, browser: request.headers[.userAgent] ?? "")
        return .redirect(to: DeskLinks.today, type: .normal).adding(cookie: DeskCookie.session.set(session.token, isSecure: isSecure))
    }
}
