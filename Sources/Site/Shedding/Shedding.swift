import Campaign
import HTTPTypes
import Hummingbird

/// Keeps reading and reporting going when too much is asked: what is costly and can wait is put off.
///
/// Of each costly kind so many requests are worked on at once, and none of them while very many requests of all kinds are. Whoever is put off
/// hears 503 and when to come again. One network has its share of them, which the answer tells (draft-ietf-httpapi-ratelimit-headers).
/// Pages, letters with their `mailto:` and reports are never put off here.
struct Shedding: RouterMiddleware {
    /// How much is worked on at once.
    struct Bounds: Sendable {
        /// Requests of all kinds, beyond which nothing costly is begun. Pages that are ready at the door are not among them.
        var all = 400
        var papers = 60
        var searches = 40
        /// Of one network in ten minutes: a school or a letter evening sits behind one address.
        var papersOfNetwork = 300
        var searchesOfNetwork = 600
        init() {}
    }

    private let bounds: Bounds
    private let measures: Measures
    private let all = Gauge(), papers = Gauge(), searches = Gauge()
    private let paperQuota: NetworkQuota, searchQuota: NetworkQuota

    static let retrySeconds = 5
    private static let window = 600

    init(_ bounds: Bounds = Bounds(), world: World, measures: Measures) {
        self.bounds = bounds
        self.measures = measures
        paperQuota = NetworkQuota("papers", most: bounds.papersOfNetwork, seconds: Self.window, world: world)
        searchQuota = NetworkQuota("searches", most: bounds.searchesOfNetwork, seconds: Self.window, world: world)
    }

    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        all.add(1)
        defer { all.add(-1) }
        guard let kind = CostlyRequest(request) else { return try await next(request, context) }
        let share = try share(kind, request, context)
        let gauge = kind == .paper ? papers : searches, most = kind == .paper ? bounds.papers : bounds.searches
        gauge.add(1)
        defer { gauge.add(-1) }
        guard gauge.value <= most, all.value <= bounds.all else {
            measures.refused("busy_\(kind.rawValue)").add()
            throw WithFields(error: HTTPError(.serviceUnavailable, headers: [.retryAfter: String(Self.retrySeconds)]), fields: share)
        }
        var response: Response
        do { response = try await next(request, context) } catch { throw WithFields(error: error, fields: share) }
        for field in share { response.headers[field.name] = field.value }
        return response
    }

    /// What is left of the network's share, as fields of the answer; none where the network is not known. Throws 429 when nothing is left.
    private func share(_ kind: CostlyRequest, _ request: Request, _ visitor: Visitor) throws -> HTTPFields {
        guard let network = NetworkMark.text(of: request, from: visitor.peer) else { return [:] }
        let quota = kind == .paper ? paperQuota : searchQuota, standing = quota.take(network)
        var fields = RateFields(quota.name, most: quota.most, window: quota.seconds, left: standing.left, seconds: standing.seconds).fields
        guard standing.isOver else { return fields }
        measures.refused("network_\(kind.rawValue)").add()
        fields[.retryAfter] = String(standing.seconds)
        throw HTTPError(.tooManyRequests, headers: fields)
    }
}
