import ArgumentParser
import Campaign
import Documents
import Foundation

struct OfficialMark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Say what became of a contact: works, bounced, blocked, suspended, do_not_use.",
        discussion: """
            Every office that has this address, number or handle is marked, as a further version of it. What fails is offered on no page from \
            then on, and published documents keep what they print.

              amparo official mark minister@example.org --state bounced --on 2026-11-20
              amparo official mark '+41 31 555 01 00' --state works
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "What became of it.")
    var state: ContactState

    @Option(help: "The day it was found so (default: today).", transform: ActionArguments.day)
    var on: Day?

    @Option(help: "What else is to be known.", transform: ActionArguments.words)
    var note: String?

    @Argument(help: "The address, number or handle.", transform: ActionArguments.words)
    var place: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let mark = MarkContact(database: store.database, world: store.world)
            let day = on ?? store.world.now().day(in: .gmt)
            let marked = try await mark(place, as: state, on: day, note: note, by: actor.name)
            guard marked > 0 else { throw Complaint("No contact of the register is '\(place)'.", status: .refused) }
            Terminal.say("marked \(marked)")
        }
    }
}

extension ContactState: ExpressibleByArgument {}
