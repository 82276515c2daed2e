import ArgumentParser

struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure this program on this machine, beside a peer or a limit.",
        discussion: """
            Figures are those of a release build on a quiet machine.

              amparo bench import
              amparo bench documents
              amparo bench mail
              amparo bench desk
              amparo bench search
              amparo bench pages
              amparo bench idle
            """,
        subcommands: [
            BenchImport.self, BenchDocuments.self, BenchMail.self, BenchSeed.self, BenchDesk.self, BenchSearch.self, BenchPages.self, BenchIdle.self,
        ]
    )
}
