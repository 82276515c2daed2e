import ArgumentParser
import Campaign
import Foundation
import Mail
import Storage

struct BenchMail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Measure how fast alerts leave, beside Postfix's source and sink of test mail.",
        discussion: """
            Invents supporters in a new SQLite file (or in an empty database that --database names), has an alert selected and sent by a server \
            that is asked for pages meanwhile, selects another for everybody, and sends it in turn with smtp-source, each to the same smtp-sink. \
            Benchmarks/mail gets these two and runs this.

              amparo bench mail
              amparo bench mail --recipients 100000 --connections 4 --format json
              amparo bench mail --database postgres:///empty
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many supporters are invented.")
    var recipients = 1_000_000

    @Option(help: "How many connections we and smtp-source open.")
    var connections = 16

    @Option(help: "How long each round of sending takes, in seconds.")
    var seconds = 6

    @Option(help: "How many rounds of sending, of which the middle counts.")
    var rounds = 5

    @Option(help: ArgumentHelp("Where smtp-source and smtp-sink are (default: /usr/sbin).", valueName: "folder"))
    var postfix: String?

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1_000...10_000_000).contains(recipients) else { throw ValidationError("--recipients is from 1000 to 10000000.") }
        guard (1...100).contains(connections) else { throw ValidationError("--connections is from 1 to 100.") }
        guard (1...600).contains(seconds) else { throw ValidationError("--seconds is from 1 to 600.") }
        guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options, filling: { _ in }) { bench in
            try await MailBench(
                database: bench.store.database, engine: bench.engine, keyring: KeyFile(in: bench.folder).keyring(bench.store.world),
                catalogue: Catalogue.shipped(), peers: MailPeers(folder: postfix, connections: connections), folder: bench.folder,
                recipients: recipients,
                seconds: seconds, rounds: rounds, cores: ProcessInfo.processInfo.activeProcessorCount
            )()
        }
        try format.say(table)
    }
}
