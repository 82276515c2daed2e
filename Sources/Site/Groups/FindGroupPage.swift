import Campaign
import Documents

/// Where a group types its code; also what it sees when nobody has that code.
struct FindGroupPage: Page {
    static var template: String { "groups/find" }

    let layout: Layout
    let t: [String: String]
    let groupsPath: String
    let codeValue: String
    let codeProblem: String?
}

extension FindGroupPage {
    init(_ typed: String, isUnknown: Bool, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            groupsPath: Links.groups(reader.language),
            codeValue: typed,
            codeProblem: isUnknown ? reader.text("group.unknown", ["code": typed]) : nil
        )
    }
}

extension Place {
    static func findGroup(_ reader: Reader) -> Place {
        Place(path: Links.groups, title: reader.text("group.find_title"), isPrivate: true)
    }
}
