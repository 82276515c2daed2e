import Campaign
import Foundation
import Logging
import Site
import Storage

/// Measures a page of everybody's beside a page of another program with the same text, in turns.
struct RivalBench {
    let store: Store
    let wrk: Wrk
    let name: String
    let url: String
    let seconds: Int
    let rounds: Int
    let least: Double

    private static let connections = 16

    func callAsFunction() async throws -> BenchTable {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let services = try await SiteServices.make(
            database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: Limits(),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        ) { told.yield($0) }
        return try await RunningServices(services).during {
            let port = await ports.first { _ in true } ?? 0, year = store.world.now().text.prefix(4).suffix(2)
            var rates: [Double] = [], rivals: [Double] = []
            for number in 0...rounds {
                let rival = try await wrk(url, seconds: seconds, connections: Self.connections)
                let round = try await wrk("http://127.0.0.1:\(port)/en/actions/901-\(year)", seconds: seconds, connections: Self.connections)
                guard number > 0 else { continue }  // the first round only warms both up
                rates.append(round.perSecond)
                rivals.append(rival.perSecond)
            }
            let rate = Timings(rates).median, rival = Timings(rivals).median
            return BenchTable(rows: [
                BenchRow(
                    "a page", rate, "/s", peer: "\(name), the same text", rival, goal: "\(Int(least)) times as many", met: rate >= least * rival)
            ])
        }
    }
}
