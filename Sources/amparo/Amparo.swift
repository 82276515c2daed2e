import ArgumentParser
import Foundation

/// The program: one command for each thing that is done with it. Everything a command decides is decided in `Campaign`.
@main
struct Amparo: AsyncParsableCommand {
    static let version = "amparo 0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "amparo",
        abstract: "A server for urgent-action networks.",
        discussion: """
            A setting is a flag, else an environment variable AMPARO_…, else a line of a JSON file (--config), else its default. \
            `amparo doctor` prints what is in force.

              amparo serve --demo
              amparo import --publish cases/*.txt
              amparo verify

            Exit status: 0 done, 1 refused or something is wrong, 2 some files of a batch were refused, 64 wrong usage, \
            69 no usable database, 70 a fault of the program, 74 disk or file trouble, 75 try again, 78 wrong settings, \
            130 interrupted.
            """,
        version: version,
        subcommands: [
            Serve.self, Demo.self, Import.self, Export.self, Publish.self, Withdraw.self, Close.self, Extend.self, Rename.self, PurgeListCommand.self,
            SectionCommand.self, OfficialCommand.self, WordsCommand.self,
            GroupCommand.self, ReportCommand.self, ActionCommand.self, KeysCommand.self, AlertCommand.self, JobsCommand.self,
            SuppressionCommand.self, BounceCommand.self, StaffCommand.self, WebhookCommand.self, ServerCommand.self, SearchCommand.self, Work.self,
            Purge.self,
            Migrate.self, Verify.self, BackupCommand.self,
            Doctor.self, Bench.self,
        ]
    )

    static func main() async {
        // The kernel passes over signals to a container's first process until it says what it does with them.
        if getpid() == 1 { for number in [SIGTERM, SIGINT] { signal(number) { _exit(128 + $0) } } }
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Terminal.leave(.success)
        } catch {
            Terminal.leave(told(error))
        }
    }

    /// What the parser itself has to say is said in its words; anything else is told in a sentence.
    private static func told(_ error: any Error) -> ExitCode {
        if error is ExitCode { return exitCode(for: error) }
        guard exitCode(for: error) == .failure else { return explained(error) }
        let complaint = Complaint(error)
        complaint.tell()
        return complaint.status.code
    }

    /// Help that was asked for, or what is wrong with a line.
    private static func explained(_ error: any Error) -> ExitCode {
        let status = exitCode(for: error), text = fullMessage(for: error)
        guard !text.isEmpty else { return status }
        status.isSuccess ? Terminal.say(text) : Terminal.complain(text)
        return status
    }
}
