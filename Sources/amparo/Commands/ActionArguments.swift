import ArgumentParser
import Documents
import Foundation

/// How an action, a day and a person are written on the command line.
enum ActionArguments {
    static func reference(_ text: String) throws -> Reference {
        do { return try Reference(text) } catch { throw ValidationError("'\(text)' is not the reference of an action, such as 'UA 119/21'.") }
    }

    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("'\(text)' is not a day, such as 2021-12-17.") }
        return day
    }

    static func words(_ text: String) throws -> String {
        let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty else { throw ValidationError("Say something.") }
        return words
    }
}

/// Who does it, for the record of events.
struct ActorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who does this (default: the machine's user).", valueName: "name"), transform: ActionArguments.words)
    var by: String?

    var name: String { by ?? NSUserName() }
}

extension Outcome: ExpressibleByArgument {}
extension EndReason: ExpressibleByArgument {}
