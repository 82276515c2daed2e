import ArgumentParser
import Campaign
import Documents

struct Rename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give a person of a case another name, or none, in everything the case says.",
        discussion: """
            Every document, language, letter, post, alert, title and imported finding is rewritten in one transaction; the old name is kept \
            nowhere but as a salted hash, so that no old archive brings it back. Names are found as whole words. Places that may be an \
            ordinary word or another name are marked with "?" and left as they are, unless --all says otherwise. Look first with --dry-run.

              amparo rename 'UA 119/21' --subject 'Maria Lopez' --to 'Mario Lopez' --also 'Maria = Mario' --pronouns he/him --dry-run
              amparo rename 'UA 119/21' --subject 'Maria Lopez' --to 'a woman activist' --also Lopez --also 'M. Lopez'
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "The name as it stands with the case.", transform: ActionArguments.words)
    var subject: String

    @Option(help: "What is said instead: a name, initials, 'a woman activist'.", transform: ActionArguments.words)
    var to: String

    @Option(help: ArgumentHelp("Another form of the old name; 'FORM = WORDS' for other words there. May be repeated.", valueName: "form"))
    var also: [String] = []

    @Option(help: "The pronouns from now on; an empty text for none.")
    var pronouns: String?

    @Flag(help: "Change the places marked with '?' too.")
    var all = false

    @Flag(help: "Only show the places.")
    var dryRun = false

    @Argument(help: "The action, in any form its number is printed.", transform: ActionArguments.reference)
    var reference: Reference

    func run() async throws {
        let renaming = try Renaming(subject, to: to, pronouns: pronouns, also: also)
        try await Store.with(options.settings(), .present) { store in
            let rename = RenameSubject(database: store.database, world: store.world), places = try await rename.preview(reference, renaming)
            for place in places {
                let language = place.language.map { " (\($0.rawValue))" } ?? ""
                Terminal.say(
                    "\(place.isSure ? " " : "?") \(place.field)\(language): \(place.before)[\(place.found) → \(place.replacement)]\(place.after)")
            }
            let left = all ? 0 : places.count { !$0.isSure }
            guard !dryRun else { return Terminal.say("\(reference): \(places.count) places, \(left) of them to be looked at. Nothing was changed.") }
            let chosen = all ? Set(places.map(\.id)) : nil
            let changed = try await rename(reference, renaming, chosen: chosen, seen: RenamingPlace.digest(places), by: actor.name)
            Terminal.say("\(reference): \(changed) places changed\(left > 0 ? ", \(left) marked with “?” left as they are" : "")")
        }
    }
}
