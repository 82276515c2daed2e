import ArgumentParser
import Campaign
import Documents

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the drafts of an action to the public.",
        discussion: """
              amparo publish 'UA 119/21'
              amparo publish 'UA 119/21' --output 2 --by Rosa
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("Only this output.", valueName: "number"))
    var output: Int?

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let ordinals = try await PublishAction(database: store.database, world: store.world)(reference, ordinal: output, by: actor.name)
            Terminal.say("\(reference): published output \(ordinals.map(String.init).joined(separator: ", "))")
        }
    }
}
