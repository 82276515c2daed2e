import Campaign
import HTTPTypes
import Hummingbird

/// Bounds how often one network may fail to come in, whatever the names it tries. Whoever comes in is not counted, and other networks are not held
/// up.
struct DeskDoor: Sendable {
    /// An office of colleagues sits behind one address, and each may have a bad day.
    static let attempts = 30
    static let seconds = 600
    private let quota: NetworkQuota

    init(world: World) { quota = NetworkQuota("sign-ins", most: Self.attempts, seconds: Self.seconds, world: world) }

    /// What `body` answers. Throws 429 for a network that had its share of failures.
    func callAsFunction(_ network: String, _ measures: Measures, _ body: () async throws -> Response) async throws -> Response {
        let standing = quota.take(network)
        func fields(left: Int) -> HTTPFields {
            RateFields(quota.name, most: quota.most, window: quota.seconds, left: left, seconds: standing.seconds).fields
        }
        guard !standing.isOver else {
            measures.refused("network_sign_in").add()
            var fields = fields(left: 0)
            fields[.retryAfter] = String(standing.seconds)
            throw HTTPError(.tooManyRequests, headers: fields)
        }
        var response = try await body()
        let isIn = response.status.code < 400
        if isIn { quota.giveBack(network) }
        for field in fields(left: standing.left + (isIn ? 1 : 0)) { response.headers[field.name] = field.value }
        return response
    }
}
