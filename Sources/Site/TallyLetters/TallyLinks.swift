import Campaign
import Documents

/// The addresses of letters that tell a total.
enum TallyLinks {
    static let index = "/desk/tallies"
    static func show(_ code: TallyCode) -> String { "\(index)/\(code.text)" }
    static func paper(_ code: TallyCode) -> String { "\(index)/\(code.text)/paper" }
    /// Short, since it is typed from a paper.
    static func short(_ code: TallyCode) -> String { "/tally/\(code.text)" }
    static func check(_ code: TallyCode, _ language: Language) -> String { "/\(language)/tally/\(code.text)" }
}
