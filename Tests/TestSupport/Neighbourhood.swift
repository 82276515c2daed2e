package import Campaign
import Foundation
package import Outgoing
import Storage
import Synchronization

/// Servers that reach each other without a network, and the cuts between them.
package final class Neighbourhood: PartnerLine {
    /// What comes on the line in place of what was said.
    package typealias Meddling = @Sendable (OutgoingRequest, OutgoingAnswer) -> OutgoingAnswer

    private struct State: Sendable {
        var servers: [String: any Answering] = [:]
        var cut: Set<String> = []
        var asked: [OutgoingRequest] = []
        var meddling: Meddling?
    }

    private let state = Mutex(State())

    package init() {}

    package func add(_ server: any Answering, at address: String) { state.withLock { $0.servers[address] = server } }
    package func cut(_ address: String) { state.withLock { _ = $0.cut.insert(address) } }
    package func mend(_ address: String) { state.withLock { _ = $0.cut.remove(address) } }
    package func meddle(_ meddling: Meddling?) { state.withLock { $0.meddling = meddling } }

    /// All that was asked so far.
    package var asked: [OutgoingRequest] { state.withLock { $0.asked } }

    package func ask(_ request: OutgoingRequest) async throws(OutgoingFailure) -> OutgoingAnswer {
        let (server, meddling) = state.withLock { state in
            state.asked.append(request)
            return (state.cut.contains(request.url.origin) ? nil : state.servers[request.url.origin], state.meddling)
        }
        guard let server else { throw .unreachable("no connection") }
        let answer = await server.answer(request)
        return meddling?(request, answer) ?? answer
    }
}

/// A server as others see it.
package protocol Answering: Sendable {
    func answer(_ request: OutgoingRequest) async -> OutgoingAnswer
}

/// A server with a database of its own among its neighbours.
package struct Neighbour: Answering {
    package let store: Store
    package let address: String
    package let federation: Federation
    package let keys: KeyBox
    private let line: Neighbourhood

    /// Keys that a test changes.
    package final class KeyBox: Sendable {
        private let held: Mutex<ServerKeys>
        package init(_ keys: ServerKeys) { held = Mutex(keys) }
        package var keys: ServerKeys {
            get { held.withLock { $0 } }
            set { held.withLock { $0 = newValue } }
        }
    }

    /// - Parameter number: makes its key another than its neighbours'.
    package init(_ store: Store, _ host: String, number: UInt8, in line: Neighbourhood) async throws {
        let box = KeyBox(ServerKeys(seed: [UInt8](repeating: number, count: 32), at: store.world.now()))
        try await store.tamper("UPDATE section SET host = \(host), name = \(host) WHERE code = 'int'")
        self.store = store
        self.line = line
        address = "https://\(host)"
        keys = box
        federation = Federation(keys: { box.keys }, line: line, origin: { "https://\($0.host)" })
        line.add(self, at: address)
    }

    package var meet: MeetPartner { MeetPartner(database: store.database, world: store.world, federation: federation) }

    /// The two add each other and compare keys.
    package func isFollowed(by follower: Neighbour) async throws {
        try await meet.add(follower.address, by: "Ada")
        try await meet.accept(follower.address, fingerprint: follower.keys.keys.current.fingerprint, as: .follower, by: "Ada")
        try await follower.meet.add(address, by: "Lea")
        try await follower.meet.accept(address, fingerprint: keys.keys.current.fingerprint, as: .follow, by: "Lea")
    }

    /// What a worker does until nothing is due.
    package func work() async throws {
        try await KeepPartners(database: store.database, world: store.world)(until: StopSign())
        let follow = FollowPartner(database: store.database, world: store.world, federation: federation)
        let nudge = NudgePartner(database: store.database, world: store.world, federation: federation)
        for job in try await store.database.read({ db in try db.jobs() }) {
            switch job.kind {
            case FollowPartner.kind: try await follow(job)
            case NudgePartner.kind: try await nudge(job)
            default: continue
            }
            try await store.tamper("DELETE FROM job WHERE id = \(job.id)")
        }
    }

    package func partner(_ other: Neighbour) async throws -> Partner? {
        try await store.database.read { db in try db.partner(at: other.address) }
    }

    package func answer(_ request: OutgoingRequest) async -> OutgoingAnswer {
        let answer = AnswerPartner(database: store.database, world: store.world, federation: federation)
        let parts = request.url.path.split(separator: "?", maxSplits: 1).map(String.init)
        do {
            if parts[0] == ServerCard.path { return OutgoingAnswer(status: 200, headers: [:], body: Array(try await answer.card().json.utf8)) }
            let fields = Dictionary(request.headers.map { ($0.name.lowercased(), $0.value) }) { one, _ in one }
            let asked = PartnerRequest(
                request.body == nil ? "GET" : "POST", authority: try await answer.card().authority, path: parts[0],
                query: "?" + (parts.count > 1 ? parts[1] : ""), body: request.body)
            let signed = SignatureFields(input: fields["signature-input"] ?? "", signature: fields["signature"] ?? "")
            let said = try await answer(asked, signed)
            let headers = said.fields.map { ["signature-input": $0.input, "signature": $0.signature] } ?? [:]
            return OutgoingAnswer(status: said.answer.status, headers: headers, body: said.answer.body)
        } catch {
            return OutgoingAnswer(status: 500, headers: [:], body: [])
        }
    }
}

/// Runs `body` with servers on databases of their own, on one engine.
package func withNeighbours<T>(
    _ engine: Engine, _ hosts: [String], _ body: ([Neighbour], Neighbourhood) async throws -> T
) async throws -> T {
    try await withNeighbours(engine, hosts[...], [], Neighbourhood(), body)
}

private func withNeighbours<T>(
    _ engine: Engine, _ hosts: ArraySlice<String>, _ made: [Neighbour], _ line: Neighbourhood, _ body: ([Neighbour], Neighbourhood) async throws -> T
) async throws -> T {
    guard let host = hosts.first else { return try await body(made, line) }
    return try await withStore(engine) { store in
        let one = try await Neighbour(store, host, number: UInt8(made.count + 1), in: line)
        return try await withNeighbours(engine, hosts.dropFirst(), made + [one], line, body)
    }
}
