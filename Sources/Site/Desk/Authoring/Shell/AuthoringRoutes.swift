import Campaign
import Hummingbird

/// Everything about writing a case at the desk.
struct AuthoringRoutes: Sendable {
    let parts: AuthoringShell

    init(shell: DeskShell, desk: WritingDesk) {
        parts = AuthoringShell(
            shell: shell, authoring: AuthoringOperations(database: shell.site.database, world: shell.site.world, desk: desk))
    }

    func add(to router: Router<Visitor>) {
        NewCaseRoutes(parts: parts).add(to: router)
        EditorRoutes(parts: parts).add(to: router)
        PartRoutes(parts: parts).add(to: router)
        StageRoutes(parts: parts).add(to: router)
        HistoryRoutes(parts: parts).add(to: router)
        PreviewRoutes(parts: parts).add(to: router)
    }
}
