import Campaign
import Documents
import Foundation
import Storage

/// The public site of one section, written as files.
///
/// Pages that stand for themselves come first, then each action with its outputs, feeds, documents and answers; when all is written, what
/// changed meanwhile is written again, so that nothing is handed on that was taken down while the copy was made. Never more than one action
/// for each lane is in memory.
struct SectionCopy: Sendable {
    let site: SiteParts
    let section: Section
    let inner: InnerReader
    let folder: CopyFolder
    let index = CopyIndex()
    /// How many actions are written at a time.
    let lanes: Int
    private let plan: CopyPlan
    /// How often changes are caught up with.
    private static let rounds = 5

    init(site: SiteParts, section: Section, inner: InnerReader, folder: CopyFolder, lanes: Int) {
        self.site = site
        self.section = section
        self.inner = inner
        self.folder = folder
        self.lanes = lanes
        plan = CopyPlan(section)
    }

    /// Throws `CopyFault`.
    func callAsFunction(progress: @escaping @Sendable (_ done: Int, _ all: Int) async -> Void = { _, _ in }) async throws {
        var known = try await actions()
        try await writeStanding(known)
        try await write(known, among: known, progress)
        for _ in 0..<Self.rounds {
            let now = try await actions()
            if now == known { return }
            let changed = now.subtracting(known), gone = known.subtracting(now)
            for action in changed.union(gone) {
                for name in plan.folders(of: action.reference.slug) { try folder.remove(name) }
            }
            site.cache.invalidate()
            try await writeStanding(now)
            try await write(changed, among: now, progress)
            known = now
        }
        throw CopyFault.unquiet
    }

    private func actions() async throws -> Set<CopiedAction> {
        let code = section.code
        return Set(try await site.database.read { db in try db.copiedActions(shownBy: code) })
    }

    // Pages that stand for themselves

    private func writeStanding(_ actions: Set<CopiedAction>) async throws {
        let slugs = Set(actions.map(\.reference.slug)), old = index.clear()
        var job = CopyJob(self, plan, owner: nil)
        try await job.gather(from: standing())
        for file in job.files { index.note(file) }
        try job.link { address in
            if let slug = plan.action(address) { return slugs.contains(slug) ? plan.root(address) : nil }
            return plan.file(address).flatMap { index.has($0) ? $0 : nil }
        }
        for file in old where !index.has(file) { try folder.remove(file) }
        try writeFirstPage()
    }

    private func standing() async throws -> [String] {
        let code = section.code
        let (years, collections) = try await site.database.read { db in
            (Set(try db.archiveCounts(shownBy: code).keys.map(\.year)).sorted(), try db.collections(of: code).filter(\.isPublic).map(\.slug))
        }
        let maps = ["/robots.txt", "/sitemap.xml", "/sitemaps/pages.xml"] + years.map { "/sitemaps/\($0).xml" }
        return maps
            + section.languages.flatMap { language in
                [Links.home(language), Links.archive(language)] + Guide.Name.allCases.map { Links.guide($0, language) }
                    + FeedKind.allCases.map { FeedScope().path($0, language) } + collections.map { CollectionLinks.page($0, language) }
            }
    }

    private func writeFirstPage() throws {
        let page = CopyPage(site.reader(section, accepting: nil), site: site)
        try put(Array(try site.views.render(page).utf8), as: "index.html", address: "/") { plan.file($0) }
    }

    func put(_ page: [UInt8], as name: String, address: String, file: (String) -> String?) throws {
        let origin = site.origins.origin(of: section)
        try folder.write(PageLinks(page).filed(as: name, address: address, origin: origin, file: file), to: name)
    }

    // Actions

    private func write(
        _ actions: Set<CopiedAction>, among all: Set<CopiedAction>, _ progress: @escaping @Sendable (_ done: Int, _ all: Int) async -> Void
    ) async throws {
        let slugs = Set(all.map(\.reference.slug))
        let ordered = actions.map(\.reference.slug).sorted()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var next = ordered.makeIterator(), done = 0
            for _ in 0..<lanes {
                if let slug = next.next() { group.addTask { try await write(slug, among: slugs) } }
            }
            while try await group.next() != nil {
                done += 1
                await progress(done, ordered.count)
                if let slug = next.next() { group.addTask { try await write(slug, among: slugs) } }
            }
        }
    }

    private func write(_ slug: String, among slugs: Set<String>) async throws {
        var job = CopyJob(self, plan, owner: slug)
        let pages = section.languages.map { "/\($0)/actions/\(slug)" }
        try await job.gather(from: pages + pages.flatMap { page in FeedKind.allCases.map { "\(page)/\($0.rawValue)" } })
        let files = job.files
        try job.link { address in
            guard let file = plan.file(address) else { return nil }
            guard let owner = plan.action(address) else { return index.has(file) ? file : nil }
            return owner == slug ? (files.contains(file) ? file : nil) : (slugs.contains(owner) ? plan.root(address) : nil)
        }
    }
}
