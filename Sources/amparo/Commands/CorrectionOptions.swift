import ArgumentParser
import Campaign

/// What taking counts back and putting them back ask for alike.
struct CorrectionOptions: ParsableArguments {
    @OptionGroup var actor: ActorOptions
    @OptionGroup var which: ReportSelection

    @Option(help: "Why, for staff.", transform: ActionArguments.words)
    var reason: String

    @Flag(help: "Change nothing.")
    var dryRun = false

    /// Does it, or says what it would do, and which total becomes what.
    func callAsFunction(_ correction: Correction, _ options: SettingsOptions) async throws {
        try await Store.with(options.settings(), .present) { store in
            let correct = CorrectCounts(database: store.database, world: store.world), selection = which.selection
            let plan =
                dryRun
                ? try await correct.plan(correction, selection) : try await correct(correction, selection, reason: reason, by: actor.name)
            Terminal.say("\(plan.entries) entries, \(plan.appeals) appeals" + (dryRun ? " (nothing was changed)" : ""))
            for change in plan.changes {
                Terminal.say("\(change.reference)\(change.isElsewhere ? ", counted elsewhere" : ""): \(change.before) -> \(change.after)")
            }
        }
    }
}
