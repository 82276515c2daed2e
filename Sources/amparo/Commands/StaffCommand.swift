import ArgumentParser
import Campaign
import Documents
import Site
import Storage

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Who may come to the desk, and as what.",
        discussion: """
            Roles: editor (looks, withdraws), approver (publishes, closes, sends), coordinator (sends, looks after jobs and addresses), \
            admin (all of it, and staff).

              amparo staff add rosa --name "Rosa Lee" --role admin
              amparo staff reset rosa
              amparo staff list
            """,
        subcommands: [StaffAdd.self, StaffList.self, StaffReset.self, StaffEnd.self]
    )
}

struct StaffAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account, or give one that is there a further role, and print the link to come in by.",
        discussion: """
            The link opens once and for three days. Whoever opens it chooses a password and lets a phone show codes: send it over a way \
            that only they read.

              amparo staff add rosa --name "Rosa Lee" --role admin
              amparo staff add rosa --role coordinator --section ch
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Option(name: .customLong("name"), help: "As colleagues know them (default: the name to sign in with).")
    var fullName: String?

    @Option(help: "editor, approver, coordinator or admin.")
    var role: String

    @Option(help: ArgumentHelp("The section it is for (default: int).", valueName: "code"))
    var section = Section.Code.international.rawValue

    @Option(help: ArgumentHelp("The language of the desk for them (default: the section's first that the desk has).", valueName: "tag"))
    var language: String?

    @Argument(help: "The name to sign in with: letters, digits, dots and dashes.")
    var login: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let code = Section.Code(rawValue: section)
            let own = try await store.database.read { db in try db.sections().first { $0.code == code } }
            let offered = try Catalogue.shipped().deskLanguages, wanted = language.map(Language.init(rawValue:))
            if let wanted, !offered.contains(wanted) {
                throw Complaint("The desk is not in '\(wanted)'; it is in: \(offered.map(\.rawValue).joined(separator: ", ")).", status: .refused)
            }
            let add = AddStaffMember(database: store.database, world: store.world)
            let token = try await add(
                login, name: fullName ?? login, role: role, in: code,
                language: wanted ?? own?.languages.first(where: offered.contains) ?? "en", by: actor.name)
            guard let token, let own else { return Terminal.say("\(login): \(role) of \(section)") }
            Terminal.say(InvitationAddress(token, of: own, port: settings.port.value).text)
        }
    }
}

struct StaffReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Let somebody come in anew: their password, phone and sessions end, and a new link is printed."
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The name to sign in with.")
    var login: String

    func run() async throws {
        let settings = try await options.settings()
        try await Store.with(settings, .present) { store in
            let token = try await ResetStaffMember(database: store.database, world: store.world)(login, by: actor.name)
            let sections = try await store.database.read { db in try db.sections() }
            let member = try await store.database.read { db in try LoginName(login).flatMap { try db.staffMember(named: $0) } }
            let home = sections.first { member?.duties.roles.keys.contains($0.code) ?? false } ?? sections.first
            if let home { Terminal.say(InvitationAddress(token, of: home, port: settings.port.value).text) }
        }
    }
}

struct StaffEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "Shut the desk for somebody, at once and on every machine.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The name to sign in with.")
    var login: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await EndStaffMember(database: store.database, world: store.world)(login, by: actor.name)
            Terminal.say("\(login): ended")
        }
    }
}

struct StaffList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List who there is: name to sign in, state, roles, name.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let staff = try await store.database.read { db in try db.staffMembers() }
            if !staff.isEmpty { Terminal.say(Columns(staff.map(row)).text) }
        }
    }

    private func row(_ member: StaffMember) -> [String] {
        let roles = member.duties.roles.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { section, roles in
            roles.map(\.rawValue).sorted().map { "\(section.rawValue):\($0)" }
        }
        return [member.login.text, member.state.rawValue, roles.joined(separator: " "), member.name]
    }
}
