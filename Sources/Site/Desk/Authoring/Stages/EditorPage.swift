import Campaign

/// One output while it is written: how far it is, its parts, what to look at, what can be done with it now.
struct EditorPage: Page {
    static var template: String { "desk/editor" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let headline: String?
    let headlineLang: String?
    let stateText: String
    let isGrave: Bool
    let notes: [String]
    let previewPath: String
    let historyPath: String
    let actionPath: String
    let groups: [PartGroup]
    let addresseesNote: String?
    let addressees: [AddresseeRow]
    let addForms: [DeskForm]
    let warnings: [WarningPart]
    let hasWarnings: Bool
    let gauges: [GaugePart]
    let hasGauges: Bool
    let forms: [DeskForm]

    struct PartGroup: Sendable {
        let groupHeading: String
        let links: [PartLink]
    }

    struct PartLink: Sendable {
        let partLabel: String
        let partPath: String
        let partState: String
        let isEmpty: Bool
    }

    /// An addressee with the buttons that move and remove it.
    struct AddresseeRow: Sendable {
        let partLabel: String
        let partPath: String
        let partState: String
        let changePath: String
        let addresseeID: String
        let isMovable: Bool
    }
}
