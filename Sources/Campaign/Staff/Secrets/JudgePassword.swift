import Converters
import Foundation
import Storage

/// Tells of a password that it is one of those that are tried first: common ones, dictionaries, keyboards, and the words of this place.
///
/// What is common is told by zxcvbn beside WeasyPrint; where that is not installed the words of the place are looked at alone. The second factor
/// is asked for in any case.
package struct JudgePassword: Sendable {
    /// Guesses, as a power of ten, that a password has to withstand: what comes before is found by trying at the door for a year.
    static let enough = 8.0
    /// Letters that have to be left of a password without the words of the place.
    static let lettersLeft = 6
    private static let ours = ["amparo", "urgent", "action", "password", "passwort", "desk"]

    private let guesses: PasswordGuesses?
    private let leaked: LeakedPasswords?

    /// - Parameters:
    ///   - python: the interpreter that has zxcvbn; nil for the words of the place alone.
    ///   - leaked: passwords that were leaked somewhere; nil where there is no list of them.
    package init(python: String?, leaked: LeakedPasswords? = nil) {
        guesses = python.map(PasswordGuesses.init)
        self.leaked = leaked
    }

    /// Why it is refused, nil when it is fit.
    func problem(_ typed: String, of member: StaffMember, among sections: [Section]) async -> Message? {
        let words = Self.words(of: member, sections)
        if Self.left(of: typed, without: words) < Self.lettersLeft { return Message("desk.problem_password_ours") }
        if Set([typed, typed.precomposedStringWithCompatibilityMapping]).contains(where: { leaked?.holds($0) == true }) {
            return Message("desk.problem_password_common")
        }
        if let found = await guesses?.power(typed, knowing: words), found < Self.enough { return Message("desk.problem_password_common") }
        return nil
    }

    /// In small letters, the longest first, none shorter than three.
    static func words(of member: StaffMember, _ sections: [Section]) -> [String] {
        let texts = [member.name, member.login.text] + sections.flatMap { [$0.name, $0.host, $0.contactEmail ?? ""] } + ours
        let parts = texts.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }.filter { $0.count >= 3 }
        return Set(parts).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    private static func left(of typed: String, without words: [String]) -> Int {
        var text = typed.lowercased()
        for word in words { text = text.replacing(word, with: " ") }
        return text.count { $0.isLetter }
    }
}
