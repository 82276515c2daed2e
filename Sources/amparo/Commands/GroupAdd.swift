import ArgumentParser
import Campaign
import Documents
import Site
import Storage

struct GroupAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give a group a code, and print it with the address where it reports.",
        discussion: """
            Whoever has the code can report for the group; it opens nothing else.

              amparo group add --section us "Letter evening Basel"
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: ArgumentHelp("The section the group belongs to.", valueName: "code"))
    var section: String

    @Option(help: "Where the group writes: a town or a quarter.", transform: ActionArguments.words)
    var place: String?

    @Flag(help: "Pupils write: their letters bear first names only and are counted by the code of the school.")
    var school = false

    @Argument(help: "The name of the group, as it stands on its sheets.", transform: ActionArguments.words)
    var name: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let add = AddGroup(database: store.database, world: store.world)
            let group = try await add(name, at: place, isSchool: school, section: Section.Code(rawValue: section), by: actor.name)
            let sections = try await store.database.read { db in try db.sections() }
            Terminal.say(group.code.printed)
            if let own = sections.first(where: { $0.code == group.section }) {
                Terminal.say(GroupAddress(group, of: own, port: settings.port.value).text)
            }
        }
    }
}
