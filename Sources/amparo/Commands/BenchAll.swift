import ArgumentParser
import Foundation

struct BenchAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Run every benchmark and print one table.",
        discussion: """
            Each runs in a process of its own, on SQLite and, when a database is named, in PostgreSQL. Takes about an hour on two cores that do \
            nothing else. What cannot be measured is named, and the command then ends with 1. Benchmarks/all starts what it measures itself against.

              amparo bench all --postgres postgres:///empty --format markdown
              amparo bench all --quick
            """
    )

    @Option(help: ArgumentHelp("A PostgreSQL database in which schemas may be made.", valueName: "url"))
    var postgres: String?

    @Option(help: ArgumentHelp("Where smtp-source and smtp-sink are (default: /usr/sbin).", valueName: "folder"))
    var postfix: String?

    @Option(help: ArgumentHelp("A page of WordPress on this machine with the same text.", valueName: "url"))
    var wordpress: String?

    @Flag(help: "Only see that all of it runs: small, and its figures say nothing.")
    var quick = false

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func run() async throws {
        let benches = AllBenches(postgres: postgres, postfix: postfix, rival: wordpress, isQuick: quick)
        let (table, failures) = await benches { Terminal.complain("measuring: \($0)") }
        try format.say(table)
        for failure in failures { Terminal.complain("not measured: \(failure.name): \(failure.reason)") }
        if !failures.isEmpty { throw ExitStatus.refused.code }
    }
}
