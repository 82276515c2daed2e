import ArgumentParser

struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure this program on this machine, beside a peer or a limit.",
        discussion: """
            Figures are those of a release build on a quiet machine.

              amparo bench all
              amparo bench import
              amparo bench documents
              amparo bench mail
              amparo bench desk
              amparo bench search
              amparo bench pages
              amparo bench reports
              amparo bench start
              amparo bench idle
            """,
        subcommands: [
            BenchAll.self, BenchImport.self, BenchDocuments.self, BenchMail.self, BenchSeed.self, BenchDesk.self, BenchSearch.self, BenchPages.self,
            BenchReports.self, BenchStart.self, BenchIdle.self, BenchRival.self,
        ]
    )
}
