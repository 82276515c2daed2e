import Campaign
import Documents

/// The field for the day until which no alerts are wanted.
struct PausePart: Sendable {
    let pauseHint: String
    let pauseValue: String
    let pauseProblem: String?
}

extension PausePart {
    /// - Parameter day: what is set already.
    init(_ day: Day? = nil, typed: FormBody, problems: FormProblems, for reader: Reader) {
        self.init(
            pauseHint: reader.text("alerts.pause_hint", ["date": reader.today.adding(days: 30).text]),
            pauseValue: typed["pause"] ?? day?.text ?? "", pauseProblem: problems["pause"].map(reader.words.text))
    }

    /// The day that a form says; nil for no pause. Throws `problem` for what is no day, or none within a year from tomorrow on.
    static func day(_ form: FormBody, for reader: Reader) throws(FormProblems) -> Day? {
        guard let text = form["pause"], !text.isEmpty else { return nil }
        guard let day = Day(text), (1...365).contains(reader.today.days(until: day)) else { throw problem }
        return day
    }

    static var problem: FormProblems {
        var problems = FormProblems()
        problems.add("pause", Message("alerts.problem_pause"))
        return problems
    }
}
