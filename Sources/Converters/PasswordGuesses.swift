import Foundation

/// How many guesses a password withstands, as zxcvbn counts them: common passwords, names, words of dictionaries, dates, rows of keys.
///
/// It goes over standard input, into a process of its own that ends after it, and nowhere else.
package struct PasswordGuesses: Sendable {
    private struct Question: Encodable {
        let password: String
        let words: [String]
    }

    private let python: Interpreter

    /// - Parameter python: the interpreter that has zxcvbn.
    package init(python: String) { self.python = Interpreter(python) }

    /// The guesses as a power of ten; nil when that cannot be told here.
    ///
    /// - Parameter words: of the place and the person, which are tried first.
    package func power(_ password: String, knowing words: [String]) async -> Double? {
        guard let question = try? JSONEncoder().encode(Question(password: password, words: words)) else { return nil }
        let resources = Bundle.module.bundleURL.appending(path: "Resources").path
        let program = OutsideProgram(
            name: python.path, package: "python3", arguments: ["-I", "-B", "\(resources)/guesses.py"],
            bounds: .init(seconds: 5, patience: 15, output: 100), folders: python.folders + [resources])
        return (try? await program(Array(question))).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    }
}
