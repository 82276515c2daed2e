import ArgumentParser
import Campaign
import Documents

struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how an action ended; no letter is offered from then on.",
        discussion: """
            The day stays unknown unless it is said: the day it is entered is not the day it happened.

              amparo close 'UA 119/21' --outcome released --on 2021-12-17
              amparo close 'UA 106/23' --outcome no_change --reason deadline_passed
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "What became of the people.")
    var outcome: Outcome

    @Option(help: ArgumentHelp("The day letters ended.", valueName: "year-month-day"), transform: ActionArguments.day)
    var on: Day?

    @Option(help: "Why letters end, when it is not what the outcome suggests.")
    var reason: EndReason?

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let close = CloseAction(database: store.database, world: store.world)
            try await close(reference, outcome: outcome, on: on, reason: reason, by: actor.name)
            Terminal.say("\(reference): closed (\(outcome.rawValue))")
        }
    }
}
