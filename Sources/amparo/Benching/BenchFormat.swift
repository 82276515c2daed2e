import ArgumentParser

/// How the table of a benchmark is told.
enum BenchFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json

    func say(_ table: BenchTable) throws {
        Terminal.say(self == .json ? try JSONLine.text(table) : table.text)
    }
}
