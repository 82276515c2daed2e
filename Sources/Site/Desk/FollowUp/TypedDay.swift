import Campaign
import Documents

extension FormBody {
    /// The day in a field; nil when it is empty. What is no day is a problem.
    func day(_ name: String, _ problems: inout FormProblems) -> Day? {
        let typed = (self[name] ?? "").filter { !$0.isWhitespace }
        guard !typed.isEmpty else { return nil }
        let day = Day(typed)
        if day == nil { problems.add(name, Message("desk.problem_no_day")) }
        return day
    }

    /// What was typed in each language, in fields called "words-en", "words-es".
    func words(_ name: String, in languages: [Language]) -> [Language: String] {
        let typed = languages.map { ($0, (self["\(name)-\($0.rawValue)"] ?? "").replacing("\r\n", with: "\n")) }
        return Dictionary(typed.filter { $0.1.contains { !$0.isWhitespace } }) { first, _ in first }
    }
}

extension Action {
    /// The languages that what is said of the latest document is wanted in: those it speaks.
    var spokenLanguages: [Language] {
        let spoken = outputs.last { $0.publishedAt != nil }?.texts.map(\.language) ?? []
        return spoken.isEmpty ? ["en"] : spoken
    }
}
