import Campaign
import Documents

/// The addresses that other programs ask.
enum ProgramLinks {
    static let root = "/api/v1"
    /// The description of them all, where programs look for one, and beside what it describes.
    static let descriptions = ["/api/openapi.json", root + "/openapi.json"]
    static let actions = root + "/actions"
    static let withdrawals = root + "/withdrawals"

    static func action(_ reference: Reference) -> String { "\(actions)/\(reference.slug)" }
    static func outputs(_ reference: Reference) -> String { action(reference) + "/outputs" }
    static func output(_ reference: Reference, _ ordinal: Int) -> String { "\(outputs(reference))/\(ordinal)" }
    static func officials(_ reference: Reference, _ ordinal: Int) -> String { output(reference, ordinal) + "/officials" }
    static func text(_ reference: Reference, _ ordinal: Int, _ language: Language) -> String {
        "\(output(reference, ordinal))/texts/\(language.rawValue)"
    }
    static func tally(_ reference: Reference) -> String { action(reference) + "/tally" }
    static func problem(_ problem: ProgramProblem) -> String { "\(root)/problems/\(problem.rawValue)" }

    /// Whether an address is for programs.
    static func has(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }
}
