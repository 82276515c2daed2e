import Campaign
import Foundation
import Logging
import Site
import Storage

/// Measures a page of everybody's beside nginx with the same bytes in a file, in turns.
struct PageBench {
    let store: Store
    let engine: String
    let peers: PagePeers
    let wrk: Wrk
    let seconds: Int
    let rounds: Int
    let connections: Int

    /// A page of one of the examples, and one way of asking for it.
    private struct Way {
        let name: String
        let file: String
        let headers: [String]
    }

    private static let ways = [
        Way(name: "plain", file: "page.html", headers: []),
        Way(name: "gzip", file: "page.gz", headers: ["Accept-Encoding: gzip"]),
        Way(
            name: "as a browser asks, Brotli", file: "page.br",
            headers: [
                "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "Accept-Language: es-PE,es;q=0.8,en;q=0.5",
                "Accept-Encoding: gzip, deflate, br, zstd", "Referer: https://example.org/", "DNT: 1", "Upgrade-Insecure-Requests: 1",
                "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: cross-site", "Priority: u=0, i",
            ]),
    ]

    func callAsFunction() async throws -> BenchTable {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let services = try await SiteServices.make(
            database: store.database, world: store.world, host: "127.0.0.1", port: 0, limits: Limits(), logger: logger
        ) { told.yield($0) }
        let year = store.world.now().text.prefix(4).suffix(2)
        return try await RunningServices(services).during {
            let port = await ports.first { _ in true } ?? 0, path = "/en/actions/901-\(year)"
            let files = try Dictionary(uniqueKeysWithValues: Self.ways.map { ($0.file, try body(port, path, $0)) })
            return try await peers.withServer(of: files) { peer in
                var rows: [BenchRow] = [], best = 0.0
                for way in Self.ways {
                    let (more, rate) = try await measure(way, "http://127.0.0.1:\(port)\(path)", "http://127.0.0.1:\(peer)/\(way.file)")
                    rows += more
                    best = rate
                }
                return BenchTable(rows: rows + [try await half(of: best, "http://127.0.0.1:\(port)\(path)")])
            }
        }
    }

    /// The bytes that are sent for that way of asking.
    private func body(_ port: Int, _ path: String, _ way: Way) throws -> [UInt8] {
        let coding = way.headers.first { $0.hasPrefix("Accept-Encoding") }
        guard let answer = PageRequest(port: port, path: path, fields: coding.map { [$0] } ?? [])(), answer.status == 200, let body = answer.body
        else {
            throw Complaint("\(path) did not come.", status: .fault)
        }
        return body
    }

    private func measure(_ way: Way, _ ours: String, _ theirs: String) async throws -> ([BenchRow], Double) {
        var rates: [Double] = [], peerRates: [Double] = [], costs: [Double] = [], peerCosts: [Double] = []
        for number in 0...rounds {
            let peerBegan = peers.computingTime()
            let peer = try await wrk(theirs, seconds: seconds, connections: connections, headers: way.headers)
            let peerCost = (peers.computingTime() - peerBegan) / peer.requests
            let began = ComputingTime.seconds
            let our = try await wrk(ours, seconds: seconds, connections: connections, headers: way.headers)
            guard number > 0 else { continue }  // the first round only warms both up
            costs.append((ComputingTime.seconds - began) / our.requests * 1_000_000)
            peerCosts.append(peerCost * 1_000_000)
            rates.append(our.perSecond)
            peerRates.append(peer.perSecond)
        }
        let rate = Timings(rates).median, peerRate = Timings(peerRates).median, cost = Timings(costs).median, peerCost = Timings(peerCosts).median
        let name = "page (\(engine)), \(way.name)"
        return (
            [
                BenchRow(name, rate, "/s", peer: "nginx, the same bytes", peerRate, goal: "0.6 of it; 0.9 is aimed at", met: rate >= 0.6 * peerRate),
                BenchRow("\(name): computing", cost, "µs each", peer: "nginx's workers", peerCost, goal: "told beside", met: true),
            ], rate
        )
    }

    /// How long answers take at about half of what is reached at most.
    private func half(of rate: Double, _ url: String) async throws -> BenchRow {
        let connections = 256, pause = max(1, Int((Double(connections) / (rate / 2) * 1_000).rounded()))
        let round = try await wrk(
            url, seconds: max(5, seconds), connections: connections, headers: Self.ways.last?.headers ?? [],
            script: "function delay() return \(pause) end")
        return BenchRow(
            "page (\(engine)): 99 of 100 at \(Int(round.perSecond)) a second", round.p99, "ms", peer: "the limit", 25, goal: "less than 25 ms",
            met: round.p99 < 25)
    }
}
