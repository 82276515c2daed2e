import Campaign
import Documents

/// A page of standing words.
struct GuidePage: Page {
    static var template: String { "guides/show" }

    let layout: Layout
    let t: [String: String]
    let title: String
    /// Of the guide, which is in English where it is not written in the reader's language yet.
    let guideLang: String
    let guideDir: String
    let intro: String
    let hasContents: Bool
    let sections: [GuideSection]

    struct GuideSection: Sendable {
        let anchor: String
        let sectionHeading: String
        let paragraphs: [String]
        let hasItems: Bool
        let items: [String]
        let hasContacts: Bool
        let contacts: [ContactPart]
    }
}

extension GuidePage {
    init(_ guide: Guide, in language: Language, name: Guide.Name, layout: Layout, for reader: Reader) {
        let last = guide.sections.count - 1
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            title: guide.title,
            guideLang: language.rawValue,
            guideDir: language.direction,
            intro: guide.intro,
            hasContents: guide.sections.count > 3,
            sections: guide.sections.enumerated().map { position, part in
                let contacts = name == .contact && position == last ? Self.contacts(of: reader) : []
                return GuideSection(
                    anchor: "part-\(position + 1)", sectionHeading: part.heading, paragraphs: part.paragraphs, hasItems: !part.items.isEmpty,
                    items: part.items, hasContacts: !contacts.isEmpty, contacts: contacts
                )
            }
        )
    }

    /// How the section itself is reached.
    private static func contacts(of reader: Reader) -> [ContactPart] {
        let section = reader.section
        let mail = section.contactEmail.map {
            ContactPart(
                contactLabel: reader.text("contact.email"), contactValue: $0, href: "mailto:\($0)", lines: [], isLink: true, isText: false,
                isHidden: false, isMail: false, contactNote: nil)
        }
        let post =
            section.contactPost.isEmpty
            ? nil
            : ContactPart(
                contactLabel: reader.text("contact.post"), contactValue: nil, href: nil, lines: section.contactPost, isLink: false, isText: false,
                isHidden: false, isMail: false, contactNote: nil)
        return [mail, post].compactMap { $0 }
    }
}
