import Campaign
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// What every route is given: the database, the words, the templates, the cache.
struct SiteParts: Sendable {
    let database: any Database
    let world: World
    let sections: SectionDirectory
    let catalogue: Catalogue
    let views: Views
    let assets: Assets
    let cache: PageCache
    let origins: Origins
    let dayWordings: DayWordings
    /// What is answered at the door; nil where everything is asked of the router.
    var ready: ReadyAnswers?
    var measures = Measures()
    var machine: @Sendable () -> MachineFacts = { MachineFacts() }
    var press = Press(python: nil)
    var sizes = DocumentSizes()
    /// What each section shows, for its searches.
    let shelves = SearchShelves()
    /// Whether this server can write to supporters; pages lead to the forms for it only then.
    var hasAlerts: Bool { hasMail || hasPush }
    var reach: AlertReach? { AlertReach(hasMail: hasMail, hasPush: hasPush) }
    /// Whether mail is sent.
    var hasMail = false
    /// Whether browsers get notices.
    var hasPush = false
    /// Whether text messages are sent.
    var hasTexts = false

    /// Whether this is a public demonstration, of which every page says so.
    var isDemo = false
    /// The day on which the pages are copied as files; nil while they are served.
    var copiedOn: Day?

    /// The reader of a request. Throws `NotPublishedHere` for a language the section does not publish in.
    func reader(_ visitor: Visitor) throws -> Reader {
        let section = try sections.section(forHost: visitor.host)
        let asked = visitor.parameters.get("language").map(Language.init(rawValue:))
        guard let asked, section.languages.contains(asked) else { throw NotPublishedHere() }
        return reader(section, asked)
    }

    /// A reader for addresses without a language: of the first of `tags` that the section publishes in, else the best that the browser asks for.
    func reader(_ visitor: Visitor, preferring tags: [String?] = [], accepting header: String?) throws -> Reader {
        let section = try sections.section(forHost: visitor.host)
        let named = tags.lazy.compactMap { $0.map(Language.init(rawValue:)) }.first { section.languages.contains($0) }
        return reader(section, named ?? LanguageChoice.language(for: header, among: section.languages))
    }

    /// A reader at the desk: in the first of `tags`, else the best that the browser asks for, of the section's languages that have all words for
    /// staff. Where the section has none of these, the desk is in English.
    func deskReader(_ visitor: Visitor, preferring tags: [String?] = [], accepting header: String?) throws -> Reader {
        let section = try sections.section(forHost: visitor.host), offered = section.languages.filter(catalogue.deskLanguages.contains)
        let named = tags.lazy.compactMap { $0.map(Language.init(rawValue:)) }.first { offered.contains($0) }
        return reader(section, named ?? LanguageChoice.language(for: header, among: offered))
    }

    /// The reader whom a document in some language is made for: in that language where the section publishes in it, else the nearest.
    func reader(_ section: Section, accepting header: String?) -> Reader {
        reader(section, LanguageChoice.language(for: header, among: section.languages))
    }

    private func reader(_ section: Section, _ language: Language) -> Reader {
        Reader(
            section: section, language: language, words: catalogue[language], days: dayWordings[language, section.country],
            today: world.now().day(in: section.timeZone)
        )
    }

    /// Throws `NotPublishedHere` or the refusal when the address names a language, or an action, that is not here.
    @Sendable func expectPage(_ visitor: Visitor) async throws {
        let names = visitor.parameters
        let reader = try names.get("language") == nil ? self.reader(visitor, accepting: nil) : self.reader(visitor)
        if names.get("reference") != nil { _ = try await view(of: visitor.reference(), for: reader) }
    }

    /// Whether a host is a section's own and its addresses begin with https.
    @Sendable func isBehindTLS(_ host: String) -> Bool {
        guard let section = try? sections.section(forHost: host), section.host == host else { return false }
        return origins.origin(of: section).hasPrefix("https://")
    }

    /// What the documents that a page lists are made with.
    var documents: DocumentMaking { DocumentMaking(site: self) }

    /// A page of everybody's, kept as bytes until what it is made from changes.
    func kept(
        _ request: Request, _ visitor: Visitor?, _ reader: Reader, address: String, contentType: String = "text/html; charset=utf-8",
        freshness: @escaping @Sendable (any Connection) throws -> Freshness,
        render: () async throws -> String
    ) async throws -> Response {
        try await kept(request, visitor, reader, address: address, freshness: freshness) {
            RenderedPage(try await render(), contentType: contentType, language: reader.language.rawValue)
        }
    }

    /// The same for what is no text, or has fields of its own.
    func kept(
        _ request: Request, _ visitor: Visitor?, _ reader: Reader, address: String,
        freshness: @escaping @Sendable (any Connection) throws -> Freshness, page render: () async throws -> RenderedPage
    ) async throws -> Response {
        // A setting of the section that its pages speak of makes other pages of them.
        let section = "\(reader.section.code.rawValue) \(reader.section.ownCountry.rawValue) \(reader.section.revision)"
        let key = PageKey(section: section, address: address, day: reader.today.text)
        let kept = try await cache.keptPage(key) {
            let fresh = try await database.readAnywhere(freshness)
            return Stamp("\(fresh.revision) \(fresh.appeals)")
        } render: {
            measures.pages("made").add()
            return try await render()
        }
        measures.pages("site").add()
        visitor?.slip?.note(kept, at: address)
        return kept.page.response(to: request)
    }
}

/// A page, a language or an address that is not here.
struct NotPublishedHere: Error {}

/// An action or an output that this section does not publish, and the international one does. The section's reasons are its own.
struct PublishedElsewhere: Error {
    let address: String
    let sectionName: String
}
