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

        /// Seconds until everything is open again.
        func rest(at now: Instant) -> Int {
            max(1, Int((began.adding(seconds: ProgramGate.hour).milliseconds - now.milliseconds + 999) / 1_000))
        }
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

    /// Answers a request that comes with a key for something; the answer, and what goes wrong, tell what is left of the key's share.
    ///
    /// Throws ``ProgramRefusal``: 401 without a key that is in force, 403 where it is not for this, 429 where it has asked too much.
    func admit(
        _ request: Request, for scope: ProgramKey.Scope, in section: Section.Code, _ answer: (ProgramKey) async throws -> Response
    ) async throws -> Response {
        let key = try await known(request)
        guard key.scopes.contains(scope), key.section == section else {
            throw ProgramRefusal(problem: .notAllowed, status: .forbidden, message: Message("api.not_allowed", ["scope": scope.rawValue]))
        }
        do {
            try count(key.id, appeals: 0)
            var response = try await answer(key)
            for field in left(to: key.id) { response.headers[field.name] = field.value }
            return response
        } catch {
            throw WithFields(error: error, fields: left(to: key.id))
        }
    }

    private func known(_ request: Request) async throws -> ProgramKey {
        guard let secret = Self.secret(in: request), let key = try await know(secret) else {
            throw ProgramRefusal(
                problem: .noKey, status: .unauthorized, message: Message("api.no_key"), headers: [.wwwAuthenticate: "Bearer realm=\"amparo\""])
        }
        return key
    }

    /// Counts the letters that a report tells of. Throws ``ProgramRefusal`` when they are too many.
    func count(_ appeals: Int, by key: ProgramKey.ID) throws {
        try count(key, appeals: appeals)
    }

    private func count(_ key: ProgramKey.ID, appeals: Int) throws {
        let now = world.now()
        let (window, isOver) = windows.withLock { windows in
            var window = Self.current(windows[key], at: now)
            let isOver = appeals > 0 ? window.appeals + appeals > bounds.appeals : window.requests + 1 > bounds.requests
            if !isOver {
                window.requests += appeals > 0 ? 0 : 1
                window.appeals += appeals
            }
            windows[key] = window
            return (window, isOver)
        }
        guard isOver else { return }
        throw ProgramRefusal(
            problem: .tooMany, status: .tooManyRequests, message: Message("api.too_many"), headers: [.retryAfter: String(window.rest(at: now))])
    }

    private func left(to key: ProgramKey.ID) -> HTTPFields {
        let now = world.now(), window = windows.withLock { Self.current($0[key], at: now) }, rest = window.rest(at: now)
        let requests = RateFields("requests", most: bounds.requests, window: Self.hour, left: bounds.requests - window.requests, seconds: rest)
        let letters = RateFields("letters", most: bounds.appeals, window: Self.hour, left: bounds.appeals - window.appeals, seconds: rest)
        return requests.and(letters).fields
    }

    private static func current(_ window: Window?, at now: Instant) -> Window {
        guard let window, now < window.began.adding(seconds: hour) else { return Window(began: now) }
        return window
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
