import Campaign
import Documents

/// What stands around every page.
struct Layout: Sendable {
    let lang: String
    let dir: String
    let title: String
    let description: String?
    let sectionName: String
    let homePath: String
    let stylesheet: String
    /// Of the desk's pages only.
    let deskStylesheet: String?
    let favicon: String
    let canonical: String
    var robots: String?
    let goPath: String
    let nav: [Link]
    let languages: [LanguageLink]
    /// The language that is shown, by its own name, where the section has too many for all to stand side by side.
    var languageShown: String?
    let alternates: [Alternate]
    let footer: [Link]
    /// The page's application manifest, where it has one.
    var manifest: String?
    /// What programs follow in place of the page.
    var feed: Link?
    /// What programs tell of the page that show a link to it.
    var sharing: SharingPart?
    /// The section's own colours, where it has some.
    var look: String?
    var logo: RoomPage.PicturePart?
    /// The code of the section whose page it is; empty for the desk, which is the same for all.
    var section = ""
    /// What is needed less often than `nav`, folded away.
    var more: More?
    /// What every page says of the site it belongs to: that it is a copy, or a demonstration.
    var remarks: [Remark] = []

    /// How the page offers to be kept in the browser.
    var offline: OfflinePart?

    struct Remark: Sendable {
        let remarkText: String
        var remarkLinks: [Link] = []
    }

    /// More than these take a second line on a phone, so they are folded.
    static let languagesSideBySide = 5

    struct More: Sendable {
        let moreLinks: [Link]
        /// One of them is this page.
        let isOpen: Bool

        init?(_ links: [Link]) {
            guard !links.isEmpty else { return nil }
            moreLinks = links
            isOpen = links.contains(where: \.isCurrent)
        }
    }

    struct Link: Sendable {
        let label: String
        let path: String
        var isCurrent = false
    }

    struct LanguageLink: Sendable {
        let tag: String
        let name: String
        let path: String
        let isCurrent: Bool
    }

    struct Alternate: Sendable {
        let tag: String
        let url: String
    }
}

/// Where a page is, so that its layout can point to itself in other languages.
struct Place: Sendable {
    /// The address in a language.
    let path: @Sendable (Language) -> String
    var title: String
    var description: String?
    /// Forms and letters are for one visitor: no search engine keeps them.
    var isPrivate = false
    var nav: NavItem?

    enum NavItem: String, CaseIterable, Sendable { case actions, archive, writing, counting, about }
}

extension SiteParts {
    func layout(_ place: Place, for reader: Reader) -> Layout {
        let section = reader.section, origin = origins.origin(of: section)
        var layout = Layout(
            lang: reader.language.rawValue,
            dir: reader.language.direction,
            title: "\(place.title) – \(section.name)",
            description: place.description,
            sectionName: section.name,
            homePath: Links.home(reader.publicLanguage),
            stylesheet: assets.path("site.css"),
            deskStylesheet: nil,
            favicon: assets.path("favicon.svg"),
            canonical: origin + place.path(reader.language),
            robots: place.isPrivate ? "noindex" : nil,
            goPath: Links.go,
            nav: Place.NavItem.allCases.map { navLink($0, place, reader) },
            languages: section.languages.map {
                Layout.LanguageLink(tag: $0.rawValue, name: DayWording.ownName(of: $0), path: place.path($0), isCurrent: $0 == reader.language)
            },
            alternates: place.isPrivate ? [] : section.languages.map { Layout.Alternate(tag: $0.rawValue, url: origin + place.path($0)) },
            footer: [Layout.Link(label: reader.text("search.title"), path: SearchLinks.all(reader.language))] + alertLinks(reader)
                + [Layout.Link(label: reader.text("nav.pack"), path: Links.pack(reader.language))]
                + [Guide.Name.about, .counting, .privacy, .contact].map {
                    Layout.Link(label: reader.text("nav.\($0.rawValue)"), path: Links.guide($0, reader.language))
                } + feedLinks(reader)
        )
        if layout.languages.count > Layout.languagesSideBySide { layout.languageShown = DayWording.ownName(of: reader.language) }
        if !place.isPrivate { layout.feed = feedLinks(reader).first }
        layout.section = section.code.rawValue
        if isDemo {
            layout.remarks = [Layout.Remark(remarkText: reader.text("demo.line"))]
            layout.robots = "noindex"
        }
        if let day = copiedOn {
            layout.remarks += [
                Layout.Remark(
                    remarkText: reader.text("copy.made", ["date": reader.days.long(day)]),
                    remarkLinks: [Layout.Link(label: reader.text("copy.original"), path: layout.canonical)])
            ]
        }
        layout.look = LookRoutes.stylesheet(section)
        layout.logo = section.look.logo.map { LookRoutes.picture($0, of: section.code) }
        return layout
    }

    private func feedLinks(_ reader: Reader) -> [Layout.Link] {
        [
            Layout.Link(label: reader.text("feed.link_atom"), path: FeedScope().path(.atom, reader.language)),
            Layout.Link(label: reader.text("feed.link_calendar"), path: FeedScope().path(.calendar, reader.language)),
        ]
    }

    private func alertLinks(_ reader: Reader) -> [Layout.Link] {
        guard hasAlerts else { return [] }
        return [
            hasMail
                ? Layout.Link(label: reader.text("nav.alerts"), path: Links.alerts(reader.language))
                : Layout.Link(label: reader.text("browser.title"), path: Links.browser(reader.language)),
            Layout.Link(label: reader.text("nav.my"), path: Links.my(reader.language)),
        ]
    }

    private func navLink(_ item: Place.NavItem, _ place: Place, _ reader: Reader) -> Layout.Link {
        let path =
            switch item {
            case .actions: Links.home(reader.language)
            case .archive: Links.archive(reader.language)
            case .writing: Links.guide(.writing, reader.language)
            case .counting: Links.guide(.counting, reader.language)
            case .about: Links.guide(.about, reader.language)
            }
        return Layout.Link(label: reader.text("nav.\(item.rawValue)"), path: path, isCurrent: place.nav == item)
    }
}

extension Language {
    /// The value of the `dir` attribute.
    var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
