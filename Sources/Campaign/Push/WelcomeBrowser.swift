package import Storage

/// Sends the first notice to a browser, so that its owner sees that it works; a place that does not take it is forgotten, which also keeps
/// others from having us write to wherever they like. The work of "push.welcome" jobs.
package struct WelcomeBrowser: Sendable {
    package static let kind = "push.welcome"

    let database: any Database
    let world: World
    let pusher: any Pusher
    let catalogue: Catalogue
    let links: AlertLinks
    let keyring: Keyring

    package init(database: any Database, world: World, pusher: any Pusher, catalogue: Catalogue, links: AlertLinks, keyring: Keyring) {
        self.database = database
        self.world = world
        self.pusher = pusher
        self.catalogue = catalogue
        self.links = links
        self.keyring = keyring
    }

    /// Throws `NotTaken` when the push service is not ready, to be tried again.
    package func callAsFunction(_ job: Job) async throws {
        let id = Supporter.ID(job.subject), now = world.now(), event = world.newID()
        let found = try await database.read { db in
            try db.browser(of: id).flatMap { browser in try db.supporter(id).map { (browser, $0, try db.section($0.section)) } }
        }
        guard let (browser, supporter, section) = found else { return }
        switch await pusher.push(notice(supporter, section), .usual, to: browser, of: id, in: section) {
        case .taken, .notMine: return
        case .later, .notYet: throw NotTaken()
        case .never, .unreachable: try await database.write { db in try db.forgetBrowser(browser.lookup, of: id, event: event, at: now) }
        }
    }

    struct NotTaken: Error {}

    private func notice(_ supporter: Supporter, _ section: Section) -> PushNotice {
        let words = catalogue[supporter.language], language = words.language
        return PushNotice(
            title: words.text("browser.welcome_title", ["section": section.name]), body: words.text("browser.welcome_text"),
            url: links.list(language, of: section),
            stop: (links.supporters.stop(supporter.id, keyring, language, of: section), words.text("browser.stop")),
            tag: String(keyring.mark("welcome \(supporter.id)", purpose: "message").prefix(32)), language: language)
    }
}
