import Campaign
import Foundation
import Logging
import Site
import Storage

/// Measures how many reports a second are entered and answered, beside the same form sent to a server that keeps nothing, and on a disk that takes
/// a millisecond beside one transaction for each. Whatever was answered has to be in the ledger afterwards.
struct ReportBench {
    let store: Store
    let engine: String
    let wrk: Wrk
    let seconds: Int
    let rounds: Int
    let connections: Int

    private static let slowness = Duration.milliseconds(1)

    /// A server that is measured.
    private struct Way {
        let services: RunningServices
        let ports: AsyncStream<Int>
    }

    func callAsFunction() async throws -> BenchTable {
        try OpenFiles.raise(to: 4 * connections + 200)
        let slow = SlowDatabase(database: store.database, delay: Self.slowness), world = store.world
        let kept = try await way(RecordReport(database: store.database, world: world))
        let unkept = try await way(.keepingNothing(in: world))
        let grouped = try await way(RecordReport(database: slow, world: world))
        let single = try await way(RecordReport(database: slow, world: world, groupsOf: 1))
        let before = try await store.database.read { db in try db.countReports() }
        let (beside, first) = try await inTurns(
            kept, unkept, "the same form, kept nowhere", least: store.database.dialect == .sqlite ? 0.5 : 0.35, "entered")
        let (slower, second) = try await inTurns(
            grouped, single, "one transaction for each", least: 10, "entered while a commit takes 1 ms more", isPeerKept: true)
        let ledger = try await store.database.read { db in try db.countReports() } - before, answered = Int(first + second)
        let differences = try await VerifyTallies(database: store.database)()
        let isWhole = ledger >= answered && differences.ok
        return BenchTable(
            rows: beside + slower + [
                BenchRow(
                    "reports (\(engine)) that were answered and are in the ledger", Double(min(ledger, answered)), "", peer: "answered",
                    Double(answered), goal: "all, and every total recomputed", met: isWhole)
            ])
    }

    private func way(_ record: RecordReport) async throws -> Way {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let services = try await SiteServices.make(
            database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: Limits(),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }, record: record
        ) { told.yield($0) }
        return Way(services: RunningServices(services), ports: ports)
    }

    /// One after the other, several times; gives how many reports were answered that had to be kept, too.
    private func inTurns(_ ours: Way, _ theirs: Way, _ peer: String, least: Double, _ what: String, isPeerKept: Bool = false) async throws
        -> ([BenchRow], answered: Double)
    {
        try await ours.services.during {
            let port = await ours.ports.first { _ in true } ?? 0
            return try await theirs.services.during {
                let peerPort = await theirs.ports.first { _ in true } ?? 0
                var rates: [Double] = [], peerRates: [Double] = [], waits: [Double] = [], answered = 0.0
                for number in 0...rounds {
                    let beside = try await round(peerPort), round = try await round(port)
                    answered += round.requests + (isPeerKept ? beside.requests : 0)
                    guard number > 0 else { continue }  // the first round only warms both up
                    rates.append(round.perSecond)
                    peerRates.append(beside.perSecond)
                    waits.append(round.p99)
                }
                let rate = Timings(rates).median, peerRate = Timings(peerRates).median, wait = Timings(waits).median
                let name = "reports (\(engine)), \(connections) connections, \(what)"
                return (
                    [
                        BenchRow(name, rate, "/s", peer: peer, peerRate, goal: "\(least) of it", met: rate >= least * peerRate),
                        BenchRow("\(name): 99 of 100", wait, "ms", peer: "so many at once", Double(connections), goal: "told beside", met: true),
                    ], answered
                )
            }
        }
    }

    private func round(_ port: Int) async throws -> Wrk.Round {
        let year = store.world.now().text.prefix(4).suffix(2)
        return try await wrk(
            "http://127.0.0.1:\(port)/en/actions/901-\(year)/reports", seconds: seconds, connections: connections, script: script(store.world.token())
        )
    }

    /// Each report with a token of its own, from a part of the net of its own, as a busy day brings them.
    private func script(_ mark: String) -> String {
        """
        local number = 0
        function request()
            number = number + 1
            local body = string.format("output=1&channel=post&quantity=1&token=\(mark)-%010d", number)
            local place = number * 7919
            local network = string.format("%d.%d.%d.1", 11 + place % 89, math.floor(place / 89) % 256, math.floor(place / 22784) % 256)
            return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded", ["X-Forwarded-For"] = network }, body)
        end
        """
    }
}
