import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Where whoever holds a letter sees that its figures are ours. It answers as long as the action is not withdrawn.
struct TallyRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get("tally/:code", use: short)
        router.get(":language/tally/:code", use: show)
    }

    @Sendable private func short(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (letter, _) = try await found(visitor)
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage])
        return .redirect(to: TallyLinks.check(letter.code, reader.language), type: .found)
    }

    @Sendable private func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), (letter, reference) = try await found(visitor)
        let told = TallyWords(letter: letter, reference: reader.printed(reference), words: reader.words, days: reader.days)
        let place = Place(path: { TallyLinks.check(letter.code, $0) }, title: reader.text("tally.page_title"), isPrivate: true)
        return .html(
            try site.views.render(TallyPage(told, layout: site.layout(place, for: reader), for: reader)), language: reader.language.rawValue)
    }

    private func found(_ visitor: Visitor) async throws -> (TallyLetter, Reference) {
        guard let code = visitor.parameters.get("code").flatMap({ TallyCode($0) }) else { throw TallyRefusal.unknown }
        return try await site.database.read { db in
            guard let letter = try db.tallyLetter(code) else { throw TallyRefusal.unknown }
            return (letter, try db.reference(told: letter.action))
        }
    }
}
