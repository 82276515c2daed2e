import ArgumentParser
import Campaign
import Documents

struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take an action down: every page of it answers 410 from then on.",
        discussion: """
            A running server does so within a second. The reason is kept for staff and never shown.

              amparo withdraw 'UA 119/21' --reason 'the family asked'
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "Why, for staff.", transform: ActionArguments.words)
    var reason: String

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await WithdrawAction(database: store.database, world: store.world)(reference, reason: reason, by: actor.name)
            Terminal.say("\(reference): withdrawn")
        }
    }
}
