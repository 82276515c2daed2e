import Campaign
import Documents

@testable import Site

extension SamplePages {
    /// Every page of writing a case, with something in each part and with nothing.
    func authoring(_ layout: Layout) -> [Sample] {
        let reader = english, hidden = [HiddenField(fieldName: "seen", fieldValue: "1")]
        let form = DeskForm(
            to: "/desk", "Approve", heading: "Approve", explanation: "It may go out.",
            fields: [
                .init("reason", "Reason", hint: "Why", problem: "Say why"), .init("other", "Other"), .tick("emergency", "Now"),
                .list("role", "Role", [("target", "Write")], chosen: "target"),
            ], hidden: hidden, isGrave: true)
        let boxes = [
            EditField("name", "Name", "Rosa", hint: "By name", problem: "Too long", in: "ar"), EditField("day", "Day", "", .date),
            EditField("lead", "Lead", "Held.", .area(4), hint: "One paragraph", problem: "Too long", in: "en"),
            EditField("call", "Call", "", .area(2)),
            EditField("kind", "Kind", "first", .list, options: [("first", "First"), ("update", "Update")]),
            EditField("topics", "Topics", "torture", .ticks, options: [("torture", "Torture"), ("women", "Women")]),
            EditField("order", "", "1", .hidden),
        ]
        let groups = [EditGroup("Facts", hint: "All of them", isRow: true, boxes), EditGroup(nil, [])]
        let warnings = [
            WarningPart(warningText: "Nobody", warningPath: "/desk#addressees", isBlocking: true),
            WarningPart(warningText: "Weekend", warningPath: "/desk", isBlocking: false),
        ]
        let gauges = [GaugePart(gaugeLabel: "Page", gaugeText: "50 of 40", percent: "100", isOver: true)]
        let words = ["lead": "Mine"], conflict = ManuscriptConflict.sample
        return [
            Sample(part(layout, groups: groups, warnings: warnings, gauges: gauges, isFull: true)),
            Sample(part(layout, groups: [], warnings: [], gauges: [], isFull: false)),
            Sample(editor(layout, form, warnings, gauges, isFull: true)), Sample(editor(layout, form, [], [], isFull: false)),
            Sample(
                ConflictPage(conflict, .text("en"), title: "Two", intro: "Choose", theirs: "Ben", formPath: "/desk", layout: layout, for: reader)),
            Sample(ConflictPage(conflict, .facts, title: "Two", intro: "Choose", theirs: "Ben", formPath: "/desk", layout: layout, for: reader)),
            Sample(
                VersionPage(
                    title: "Version", intro: "By Rosa",
                    changes: VersionPage.changes(.sample("One two", words), since: .sample("One three", [:]), reader), backPath: "/desk",
                    forms: [form],
                    layout: layout, for: reader)),
            Sample(VersionPage(title: "Version", intro: "By Rosa", changes: [], backPath: "/desk", forms: [], layout: layout, for: reader)),
            Sample(preview(layout, isFull: true)), Sample(preview(layout, isFull: false)),
        ]
    }

    private func part(_ layout: Layout, groups: [EditGroup], warnings: [WarningPart], gauges: [GaugePart], isFull: Bool) -> PartPage {
        PartPage(
            layout: layout, t: english.words.plainTexts, title: "Facts", caseTitle: "UA 1/21", editorPath: "/desk",
            steps: [.init(stepLabel: "Facts", stepPath: "/desk", isCurrent: true), .init(stepLabel: "Posts", stepPath: "/desk", isCurrent: false)],
            holdNote: isFull ? "Ben is in it" : nil, holdPath: "/desk", isHeld: isFull, partSlug: "facts", savedNote: isFull ? "Saved" : nil,
            hasProblems: isFull, problemsTitle: isFull ? "Look" : nil,
            problems: isFull ? [ProblemPart(anchor: "f-name", message: "Too long"), ProblemPart(anchor: nil, message: "Odd")] : [], formPath: "/desk",
            since: "1",
            groups: groups, saveNext: isFull ? "posts" : nil, script: "/assets/edit.js", keptNote: "Kept", warnings: warnings,
            hasWarnings: !warnings.isEmpty, gauges: gauges, hasGauges: !gauges.isEmpty)
    }

    private func editor(_ layout: Layout, _ form: DeskForm, _ warnings: [WarningPart], _ gauges: [GaugePart], isFull: Bool) -> EditorPage {
        EditorPage(
            layout: layout, t: english.words.plainTexts, title: "UA 1/21", headline: isFull ? "Held" : nil, headlineLang: isFull ? "en" : nil,
            stateText: "Draft", isGrave: isFull, notes: isFull ? ["Embargo"] : [], previewPath: "/desk", historyPath: "/desk", actionPath: "/desk",
            groups: [.init(groupHeading: "Case", links: [.init(partLabel: "Facts", partPath: "/desk", partState: "empty", isEmpty: isFull)])],
            addresseesNote: isFull ? "Nobody" : nil,
            addressees: [
                .init(partLabel: "Amina", partPath: "/desk", partState: "copy", changePath: "/desk", addresseeID: "1", isMovable: isFull)
            ], addForms: isFull ? [DeskForm(to: "/desk", "Add", fields: [.init("office", "Office")])] : [], warnings: warnings,
            hasWarnings: !warnings.isEmpty, gauges: gauges, hasGauges: !gauges.isEmpty,
            forms: isFull ? [form] : [])
    }

    private func preview(_ layout: Layout, isFull: Bool) -> PreviewPage {
        let mail = AlertText.sample
        return PreviewPage(
            title: "Preview", backPath: "/desk",
            languages: [
                .init(tabLabel: "English", tabPath: "/desk", isCurrent: true), .init(tabLabel: "French", tabPath: "/desk", isCurrent: false),
            ],
            framePath: "/desk", mail: isFull ? mail : nil, files: isFull ? [.init(fileLabel: "Sheet", filePath: "/desk")] : [], layout: layout,
            for: english)
    }
}
