import Campaign
import Documents

/// The first page of a copy: which language, or, where several sections are copied, which of them.
struct CopyPage: Page {
    static var template: String { "copying/index" }

    struct Choice: Sendable {
        let label: String
        let path: String
        let tag: String
        let dir: String
    }

    let layout: Layout
    let t: [String: String]
    let heading: String
    let choices: [Choice]
}

extension CopyPage {
    /// The languages of a section.
    init(_ reader: Reader, site: SiteParts) {
        let choices = reader.section.languages.map {
            Choice(label: DayWording.ownName(of: $0), path: Links.home($0), tag: $0.rawValue, dir: $0.direction)
        }
        self.init(reader, choices, site)
    }

    /// Sections whose sites are copied side by side, each in a folder with its code as name.
    init(_ sections: [Section], _ reader: Reader, site: SiteParts) {
        let choices = sections.map {
            Choice(label: $0.name, path: "\($0.code.rawValue)/index.html", tag: $0.languages.first?.rawValue ?? "en", dir: "auto")
        }
        self.init(reader, choices, site)
    }

    private init(_ reader: Reader, _ choices: [Choice], _ site: SiteParts) {
        let place = Place(path: Links.home, title: reader.text("list.page_title"))
        self.init(layout: site.layout(place, for: reader), t: reader.words.plainTexts, heading: reader.text("list.page_title"), choices: choices)
    }
}
