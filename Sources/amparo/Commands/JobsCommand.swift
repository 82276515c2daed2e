import ArgumentParser
import Campaign
import Storage

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "What is still to be done, and what was given up.",
        discussion: """
              amparo jobs list --dead
              amparo jobs retry 'alert.select 0197…'
              amparo jobs drop 'alert.select 0197…'
            """,
        subcommands: [JobsList.self, JobsRetry.self, JobsDrop.self]
    )
}

struct JobsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the jobs: state, kind, when due, attempts, id, why the last attempt failed.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Only those that were given up.")
    var dead = false

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let state = dead ? Job.State.dead : nil
            let jobs = try await store.database.read { db in try db.jobs(state) }
            let rows = jobs.map { [$0.state.rawValue, $0.kind, $0.dueAt.text, "\($0.attempts) attempts", $0.id.text, $0.failure ?? ""] }
            if !rows.isEmpty { Terminal.say(Columns(rows).text) }
        }
    }
}

struct JobsRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "retry", abstract: "Have a job tried again from the beginning.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The job's id, as the list prints it.")
    var id: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await RetryJob(database: store.database, world: store.world)(Job.ID(id), by: actor.name)
            Terminal.say("\(id): waiting")
        }
    }
}

struct JobsDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Take a job off the list undone.")

    @OptionGroup var options: SettingsOptions
    @OptionGroup var actor: ActorOptions

    @Argument(help: "The job's id, as the list prints it.")
    var id: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            try await DropJob(database: store.database, world: store.world)(Job.ID(id), by: actor.name)
            Terminal.say("\(id): dropped")
        }
    }
}
