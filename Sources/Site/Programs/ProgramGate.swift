import Campaign
import HTTPTypes
import Hummingbird
import Synchronization

/// Lets programs in by their keys, and no more at once than is good.
///
/// What it counts is in the memory of one process.
final class ProgramGate: Sendable {
    /// How much one key may do in an hour.
    struct Bounds: Sendable {
        var requests = 600
        /// The same number of letters as a hundred people who each write the most that one report takes.
        var appeals = 50_000
        init() {}
    }

    private struct Window: Sendable {
        var began: Instant
        var requests = 0
        var appeals = 0
    }

    private static let hour = 3_600
    private let world: World
    private let know: KnowProgram
    private let bounds: Bounds
    private let windows = Mutex<[ProgramKey.ID: Window]>([:])

    init(world: World, know: KnowProgram, bounds: Bounds = Bounds()) {
        self.world = world
        self.know = know
        self.bounds = bounds
    }

    /// The key that a request comes with. Throws ``ProgramRefusal``: 401 without a key that is in force, 403 where it is not for this, 429 where it
    /// has asked too much.
    func key(of request: Request, for scope: ProgramKey.Scope, in section: Section.Code) async throws -> ProgramKey {
        guard let secret = Self.secret(in: request), let key = try await know(secret) else {
            throw ProgramRefusal(
                problem: .noKey, status: .unauthorized, message: Message("api.no_key"), headers: [.wwwAuthenticate: "Bearer realm=\"amparo\""])
        }
        guard key.scopes.contains(scope), key.section == section else {
            throw ProgramRefusal(problem: .notAllowed, status: .forbidden, message: Message("api.not_allowed", ["scope": scope.rawValue]))
        }
        try count(key.id, appeals: 0)
        return key
    }

    /// Counts the letters that a report tells of. Throws ``ProgramRefusal`` when they are too many.
    func count(_ appeals: Int, by key: ProgramKey.ID) throws {
        try count(key, appeals: appeals)
    }

    private func count(_ key: ProgramKey.ID, appeals: Int) throws {
        let now = world.now()
        let (window, isOver) = windows.withLock { windows in
            var window = windows[key] ?? Window(began: now)
            if window.began.adding(seconds: Self.hour) <= now { window = Window(began: now) }
            let isOver = appeals > 0 ? window.appeals + appeals > bounds.appeals : window.requests + 1 > bounds.requests
            if !isOver {
                window.requests += appeals > 0 ? 0 : 1
                window.appeals += appeals
            }
            windows[key] = window
            return (window, isOver)
        }
        guard isOver else { return }
        let wait = max(1, (window.began.adding(seconds: Self.hour).milliseconds - now.milliseconds + 999) / 1_000)
        throw ProgramRefusal(
            problem: .tooMany, status: .tooManyRequests, message: Message("api.too_many"), headers: [.retryAfter: String(wait)])
    }

    /// "Authorization: Bearer amparo_…", or OSDI's own header.
    private static func secret(in request: Request) -> String? {
        if let token = request.headers[.osdiToken] { return token }
        let parts = (request.headers[.authorization] ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

extension HTTPField.Name {
    fileprivate static let osdiToken = Self("osdi-api-token") ?? .authorization
}
