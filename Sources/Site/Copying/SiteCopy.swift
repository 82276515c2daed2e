package import Campaign
import Documents
package import Foundation
package import Storage

/// The public site as files, for mirrors and onion services: what everybody may read, with links that work without a server.
///
/// It is made by asking the site's own routes, so a page of the copy says what the page says, and below its head that it is a copy.
package struct SiteCopy: Sendable {
    private let site: SiteParts
    private let record: RecordReport
    private let lanes: Int

    /// - Parameters:
    ///   - port: where the server itself listens; its addresses under `localhost` carry it.
    ///   - press: makes PDFs; without one the copy has none.
    ///   - overlay: a folder with templates of sections, which need not be there.
    ///   - hasMail: whether the server mails alerts, so that pages lead there.
    ///   - hasPush: whether browsers get notices from it.
    ///   - lanes: how many actions are written at a time.
    package init(
        database: any Database, world: World, port: Int, press: Press = Press(python: nil), overlay: URL? = nil,
        hasMail: Bool = false, hasPush: Bool = false, lanes: Int = 2
    ) async throws {
        let sections = try await SectionDirectory(database: database), catalogue = try Catalogue.shipped()
        site = SiteParts(
            database: database, world: world, sections: sections, catalogue: catalogue,
            views: try SiteServices.views(overlay, sections, catalogue), assets: try Assets(folders: [SiteResources.assets]),
            // every page is asked for once
            cache: PageCache(budget: 0, pause: .zero, glance: .zero), origins: Origins(), dayWordings: DayWordings(), press: press,
            hasMail: hasMail, hasPush: hasPush)
        record = RecordReport(database: database, world: world)
        self.lanes = lanes
        site.origins.listen(on: port)
    }

    package var sections: [Section] { site.sections.all }

    /// Writes the site of a section. Throws `CopyFault`.
    ///
    /// - Returns: how many files were written, and the pages and documents of actions that could not be made: links lead to the server's own instead.
    package func write(
        _ code: Section.Code, into folder: URL, progress: @escaping @Sendable (_ done: Int, _ all: Int) async -> Void = { _, _ in }
    ) async throws -> (files: Int, unmade: [String]) {
        guard let section = site.sections[code] else { throw CopyFault.noSection(code.rawValue) }
        let parts = copied(for: section)
        let inner = InnerReader(try SiteServices.router(parts, record), host: section.host)
        let copy = SectionCopy(site: parts, section: section, inner: inner, folder: CopyFolder(folder), lanes: lanes)
        try await copy(progress: progress)
        return (copy.index.written, copy.index.unmade)
    }

    /// Writes the page that leads to the sections, each of which stands in a folder with its code as name.
    package func writeFirstPage(into folder: URL) throws {
        guard let section = site.sections.all.first else { return }
        let parts = copied(for: section), code = section.code.rawValue, plan = CopyPlan(section)
        let page = CopyPage(site.sections.all, parts.reader(section, accepting: nil), site: parts)
        let links = PageLinks(Array(try parts.views.render(page).utf8))
        let filed = links.filed(as: "index.html", address: "/", origin: parts.origins.origin(of: section)) { address in
            plan.action(address) == nil ? plan.file(address).map { "\(code)/\($0)" } : nil
        }
        try CopyFolder(folder).write(filed, to: "index.html")
    }

    /// The address at which the section's own site is.
    package func origin(of section: Section) -> String { site.origins.origin(of: section) }

    private func copied(for section: Section) -> SiteParts {
        var parts = site
        parts.copiedOn = site.world.now().day(in: section.timeZone)
        return parts
    }
}
