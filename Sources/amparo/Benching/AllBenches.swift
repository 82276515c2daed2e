import Foundation

/// Runs every benchmark, each in a process of its own, on both engines where it stores something, and puts what they tell in one table.
struct AllBenches {
    /// Of a PostgreSQL database in which schemas may be made; nil leaves that engine out.
    let postgres: String?
    /// Where smtp-source and smtp-sink are.
    let postfix: String?
    /// The page of another program.
    let rival: String?
    /// Whether all is made small, to see that it runs: its figures say nothing.
    let isQuick: Bool

    private struct Step {
        let words: [String]
        var hasEngines = true
        /// What of its rows goes into the table.
        var digest: ([BenchRow]) -> [BenchRow] = { $0 }
    }

    /// What could not be measured.
    struct Failure {
        let name: String
        let reason: String
    }

    func callAsFunction(_ tell: (String) -> Void) async -> (table: BenchTable, failures: [Failure]) {
        var rows: [BenchRow] = [], failures: [Failure] = []
        for step in steps {
            for engine in step.hasEngines && postgres != nil ? ["SQLite", "PostgreSQL"] : ["SQLite"] {
                let name = step.hasEngines ? "\(step.words[0]), \(engine)" : step.words[0]
                tell(name)
                do { rows += step.digest(try await run(step, isPostgres: engine != "SQLite")) } catch {
                    failures.append(Failure(name: name, reason: Complaint(error).sentences.joined(separator: " ")))
                }
            }
        }
        return (BenchTable(rows: rows), failures)
    }

    private func run(_ step: Step, isPostgres: Bool) async throws -> [BenchRow] {
        func rows(_ more: [String]) async throws -> [BenchRow] {
            let said = try await OutsideTool(path: "/proc/self/exe")(["bench"] + step.words + more + ["--format", "json"])
            return try JSONDecoder().decode(BenchTable.self, from: Foundation.Data(said.utf8)).rows
        }
        guard isPostgres, let postgres else { return try await rows([]) }
        return try await BenchSchema(address: postgres) { try await rows(["--database", $0]) }
    }

    private var steps: [Step] {
        let archive = ["--actions", isQuick ? "500" : "25000"], short = isQuick ? ["--rounds", "1", "--seconds", "1"] : []
        return [
            Step(words: ["pages"] + short),
            Step(words: ["idle"] + (isQuick ? ["--connections", "500"] : []), hasEngines: false),
            Step(words: ["start"] + (isQuick ? ["--rounds", "1"] : [])),
            Step(words: ["reports"] + short),
            Step(words: ["mail", "--recipients", isQuick ? "2000" : "1000000"] + short + (postfix.map { ["--postfix", $0] } ?? [])),
            Step(words: ["search"] + archive + (isQuick ? ["--rounds", "2"] : [])),
            Step(words: ["desk"] + archive + ["--rounds", isQuick ? "1" : "7"], digest: slowestPage),
            Step(words: ["import", "--documents", isQuick ? "50" : "2000"], hasEngines: false),
            Step(words: ["documents", "--letters", isQuick ? "3" : "100"], hasEngines: false),
        ] + (rival.map { [Step(words: ["rival", $0, "--called", "WordPress"] + short, hasEngines: false)] } ?? [])
    }

    /// Of the desk's more than a hundred pages the one whose median is the highest.
    private func slowestPage(_ rows: [BenchRow]) -> [BenchRow] {
        let pages = rows.filter { $0.name.hasSuffix(": median") }
        guard let slowest = pages.max(by: { $0.value < $1.value }) else { return rows }
        return [
            BenchRow(
                "the slowest of \(pages.count) pages of the desk, \(slowest.name)", slowest.value, slowest.unit, peer: slowest.peer,
                slowest.peerValue, goal: slowest.goal, met: slowest.met)
        ]
    }
}
