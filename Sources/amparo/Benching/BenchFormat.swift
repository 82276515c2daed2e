import ArgumentParser

/// How the table of a benchmark is told.
enum BenchFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown

    func say(_ table: BenchTable) throws {
        switch self {
        case .text: Terminal.say(table.text)
        case .json: Terminal.say(try JSONLine.text(table))
        case .markdown: Terminal.say(table.markdown)
        }
    }
}
