import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

/// The parts of a site without a server, for looking at its pages as values.
struct SitePages {
    let store: Store
    let site: SiteParts

    /// - Parameter day: nil for the store's own.
    func reader(_ language: Language = "en", in section: Section.Code = .international, on day: Day? = nil) throws -> Reader {
        let section = try #require(site.sections[section])
        return Reader(
            section: section, language: language, words: site.catalogue[language], days: site.dayWordings[language, section.country],
            today: day ?? store.world.now().day(in: section.timeZone)
        )
    }

    func view(_ reference: Reference = .wanjiru, output ordinal: Int? = nil, for reader: Reader) async throws -> ActionView {
        try await site.view(of: reference, ordinal: ordinal, for: reader)
    }

    func layout(_ reader: Reader, isPrivate: Bool = false) -> Layout {
        site.layout(
            Place(path: Links.home, title: "A page", description: isPrivate ? nil : "Of a site", isPrivate: isPrivate, nav: .actions), for: reader)
    }
}

/// Runs `body` on the parts of a site over an empty database.
func withSite<T>(at instant: String = "2021-11-30T10:00:00.000Z", _ body: (SitePages) async throws -> T) async throws -> T {
    try await withStore(.sqlite, at: instant) { store in
        let site = SiteParts(
            database: store.database, world: store.world, sections: try await SectionDirectory(database: store.database),
            catalogue: try Catalogue.shipped(),
            views: try Views(folders: [SiteResources.templates]), assets: try Assets(folders: [SiteResources.assets]), cache: PageCache(),
            origins: Origins(), dayWordings: DayWordings(), hasMail: true, hasPush: true
        )
        return try await body(SitePages(store: store, site: site))
    }
}
