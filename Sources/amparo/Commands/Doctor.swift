import ArgumentParser
import Campaign

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which settings are in force and what is wrong.",
        discussion: """
            Changes nothing. Exit status 1 when something is wrong; what LACKS can be done without, and says what does not work then.

              amparo doctor
              amparo doctor mail
              AMPARO_DATABASE=postgres://amparo:secret@db/amparo amparo doctor
            """,
        subcommands: [DoctorMail.self]
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The address serve would listen on.")
    var host: String?

    @Option(help: "The port serve would listen on.")
    var port: String?

    func run() async throws {
        let settings = try await options.settings([.host: host, .port: port])
        Terminal.say("settings")
        Terminal.say(Columns(settings.lines.map { ["  \($0.name)", $0.value, "(\($0.origin))"] }).text)
        let database = await Examination.ofDatabase(settings) + Examination.ofDatabaseLine(settings) + Examination.ofReplication(settings)
        let findings =
            Examination.ofMachine(settings) + Examination.ofTLS(settings, at: World.live.now()) + database + (await Examination.ofPrograms(settings))
        Terminal.say("checks")
        for finding in findings { Terminal.say("  \(finding)") }
        if findings.contains(where: { !$0.isWell }) { throw ExitStatus.refused.code }
    }
}
