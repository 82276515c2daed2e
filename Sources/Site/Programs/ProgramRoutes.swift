import Campaign
import Documents
import Foundation
import Hummingbird
import Storage

/// What other programs read: the public actions of the section whose host they ask, with their outputs, words, officials and counts.
///
/// Nothing here is more than the pages show. Answers are kept and revalidated as pages are.
struct ProgramRoutes: Sendable {
    let site: SiteParts
    let description: Representation

    init(site: SiteParts) throws {
        self.site = site
        description = Representation(
            RenderedPage(bytes: try SiteResources.description(), contentType: "application/vnd.oai.openapi+json;version=3.1"), caching: .revalidated)
    }

    func add(to router: Router<Visitor>) {
        for path in ProgramLinks.descriptions {
            router.get(RouterPath(path)) { request, _ in description.response(to: request) }
        }
        router.get("api/v1", use: root)
        router.get("api/v1/problems/:problem", use: problem)
        router.get("api/v1/actions", use: actions)
        router.get("api/v1/withdrawals", use: withdrawals)
        router.get("api/v1/actions/:reference") { request, visitor in
            try await answer(request, visitor) { view, answer in
                let reference = view.action.reference
                return answer.action(view, try await site.database.read { db in try db.topics(of: reference) })
            }
        }
        router.get("api/v1/actions/:reference/tally") { try await answer($0, $1) { $1.tally($0) } }
        router.get("api/v1/actions/:reference/outputs") { try await answer($0, $1) { ["items": $1.outputs($0)] } }
        router.get("api/v1/actions/:reference/outputs/:ordinal") { try await answer($0, $1) { $1.output($0) } }
        router.get("api/v1/actions/:reference/outputs/:ordinal/officials") {
            try await answer($0, $1) { view, _ in OfficialAnswer(site: site).all(view) }
        }
        router.get("api/v1/actions/:reference/outputs/:ordinal/texts/:tag") { request, visitor in
            let tag = Language(rawValue: visitor.parameters.get("tag") ?? "")
            return try await answer(request, visitor) { view, answer in
                guard let text = view.output.texts.first(where: { $0.language == tag }) else { throw NotPublishedHere() }
                return answer.text(text, of: view)
            }
        }
    }

    /// Whose server this is, and where to go on.
    @Sendable private func root(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), origin = site.origins.origin(of: reader.section)
        return try await kept(request, reader, ProgramLinks.root, { _ in .constant }) {
            JSON.object([
                ("section", .words(reader.section.code.rawValue)), ("name", .words(reader.section.name)), ("country", JSON(reader.section.country)),
                ("languages", JSON(reader.section.languages.map(\.rawValue))), ("time_zone", .words(reader.section.timeZone.identifier)),
                ("today", .words(reader.today.text)),
                ("actions_url", .words(origin + ProgramLinks.actions)), ("withdrawals_url", .words(origin + ProgramLinks.withdrawals)),
                ("openapi_url", .words(origin + ProgramLinks.descriptions[1])),
            ]).text
        }
    }

    /// What a kind of problem means.
    @Sendable private func problem(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage])
        guard let problem = ProgramProblem(rawValue: visitor.parameters.get("problem") ?? "") else { throw NotPublishedHere() }
        return .json(["type": .words(problem.rawValue), "title": .words(problem.title(reader)), "status": .number(problem.status)])
    }

    @Sendable private func actions(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil)
        let question = try ListQuestion(request, knowing: ["country", "topic", "takes_letters", "limit", "cursor"])
        return try await kept(request, reader, question.address(ProgramLinks.actions), { db in try db.freshnessOfAll() }) {
            let page = try await site.database.readAnywhere { db in
                try db.publicActions(
                    shownBy: reader.section.code, country: question.country, topic: question.topic,
                    takingLettersOn: question.takesLetters ? reader.today : nil, after: question.after, limit: question.limit)
            }
            let answer = ActionAnswer(site: site, reader: reader)
            return ActionAnswer.list(page.actions.map { answer.entry($0.action, $0.topics) }, next: page.next)
        }
    }

    @Sendable private func withdrawals(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), question = try ListQuestion(request, knowing: ["limit", "cursor"])
        return try await kept(request, reader, question.address(ProgramLinks.withdrawals), { db in try db.freshnessOfAll() }) {
            let page = try await site.database.readAnywhere { db in
                try db.publicWithdrawals(shownBy: reader.section.code, after: question.after, limit: question.limit)
            }
            let answer = ActionAnswer(site: site, reader: reader)
            return ActionAnswer.list(page.withdrawals.map { answer.withdrawal($0.reference, at: $0.at) }, next: page.next)
        }
    }

    /// Something of one action: of the output that is named, else of its latest.
    private func answer(
        _ request: Request, _ visitor: Visitor, _ body: (ActionView, ActionAnswer) async throws -> JSON
    ) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), reference = try visitor.reference()
        let ordinal = try visitor.parameters.get("ordinal").map { _ in try visitor.number("ordinal", in: 1...999) }
        return try await kept(request, reader, request.uri.path, { db in try db.freshness(of: reference) }) {
            let view = try await site.view(of: reference, ordinal: ordinal, for: reader)
            return try await body(view, ActionAnswer(site: site, reader: reader)).text
        }
    }

    private func kept(
        _ request: Request, _ reader: Reader, _ address: String, _ freshness: @escaping @Sendable (any Connection) throws -> Freshness,
        _ render: () async throws -> String
    ) async throws -> Response {
        try await site.kept(request, nil, reader, address: address, contentType: "application/json", freshness: freshness, render: render)
    }
}
