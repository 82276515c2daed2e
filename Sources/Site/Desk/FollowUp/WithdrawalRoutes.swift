import Campaign
import Hummingbird

/// The one thing that must be found at once on a phone: a page of its own, which asks for a code before anything is typed.
struct WithdrawalRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/withdrawal", use: shell.answer(.withdraw, needsCode: true, show))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let (action, isWithdrawn) = try await DeskActionRoutes(shell: shell).whole(asked)
        if isWithdrawn { throw ActionRefusal.withdrawn }
        let form = DeskActionForms.withdrawal(action.reference, asked.reader, FormProblems())
        return try shell.form(asked.reader.text("desk.followup_withdraw"), of: action, [], form, FormProblems(), asked)
    }
}
