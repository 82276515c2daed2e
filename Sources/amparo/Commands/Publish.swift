import ArgumentParser
import Campaign
import Documents

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the drafts of an action to the public.",
        discussion: """
            A document that is marked as internal, or for members, stays a draft until somebody says that everybody may read it.

              amparo publish 'UA 119/21'
              amparo publish 'UA 119/21' --output 2 --by Rosa
              amparo publish 'UA 119/21' --output 2 --for-everybody
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("Only this output.", valueName: "number"))
    var output: Int?

    @Flag(help: "This output may be read by everybody, whatever its document says.")
    var forEverybody = false

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func validate() throws {
        if forEverybody && output == nil { throw ValidationError("--for-everybody goes with --output.") }
    }

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            if forEverybody, let output {
                try await OpenToEverybody(database: store.database, world: store.world)(reference, ordinal: output, by: actor.name)
            }
            let ordinals = try await PublishAction(database: store.database, world: store.world)(reference, ordinal: output, by: actor.name)
            Terminal.say("\(reference): published output \(ordinals.map(String.init).joined(separator: ", "))")
        }
    }
}
