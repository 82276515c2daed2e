import Campaign
import Documents

/// One document in two columns: its lines, and what was understood, to be mended, accepted or declined.
struct ReviewPage: Page {
    static var template: String { "desk/review" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let notices: [Notice]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let formPath: String
    let acceptPath: String
    let refusePath: String
    let originalPath: String?
    let indexPath: String
    let revision: String
    let lines: [Line]
    let textDir: String
    let groups: [Group]
    let others: [ReviewFinding]
    let hasOthers: Bool

    /// What accepting would do.
    struct Notice: Sendable {
        let noticeText: String
        let noticePath: String?
        let isLoud: Bool
    }

    struct Line: Sendable {
        /// Of the first with its number only, so that a link finds one place.
        let lineID: String?
        let number: String
        let lineText: String
        let isFound: Bool
        let isUnsure: Bool
        let marks: [Mark]
    }

    struct Mark: Sendable {
        let markLabel: String
        let markPath: String
    }

    struct Group: Sendable {
        let groupID: String
        let legend: String
        /// Behind a fold: what most documents do not need.
        let isFolded: Bool
        let fields: [ReviewField]
    }
}
