import Campaign

/// One short form of a case, with what was noticed about it beside.
struct PartPage: Page {
    static var template: String { "desk/part" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let caseTitle: String
    let editorPath: String
    let steps: [Step]
    /// Somebody else is in it: the form can be read, and taken over.
    let holdNote: String?
    let holdPath: String
    let isHeld: Bool
    let partSlug: String
    let savedNote: String?
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let formPath: String
    let since: String
    let groups: [EditGroup]
    let saveNext: String?
    let script: String
    let keptNote: String
    let warnings: [WarningPart]
    let hasWarnings: Bool
    let gauges: [GaugePart]
    let hasGauges: Bool

    /// The way to the other parts.
    struct Step: Sendable {
        let stepLabel: String
        let stepPath: String
        let isCurrent: Bool
    }
}

/// Something to look at, and where it is mended.
struct WarningPart: Sendable {
    let warningText: String
    let warningPath: String
    let isBlocking: Bool
}

/// How much of a room is used: a page, a link, a post.
struct GaugePart: Sendable {
    let gaugeLabel: String
    let gaugeText: String
    let percent: String
    let isOver: Bool
}

extension ProblemPart {
    /// Pointing at the box of a form in which a case is written.
    var ofEditField: ProblemPart { ProblemPart(anchor: anchor.map { "f-" + $0.replacing(".", with: "-") }, message: message) }
}
