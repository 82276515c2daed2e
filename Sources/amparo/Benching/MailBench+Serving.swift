import Campaign
import Foundation
import Mail
import Site

extension MailBench {
    struct Running {
        let rows: [BenchRow]
        let taken: Int
        /// One of the messages.
        let sample: [UInt8]
    }

    /// One process that serves pages and works: how soon after its approval an alert begins to leave, and how long pages take meanwhile.
    func whileServing(_ port: Int) async throws -> Running {
        let alert = try await draft(.first), mail = try TakenMail(postman(port, nil))
        let select = SelectRecipients(database: database, world: world)
        let worker = Worker(
            database: database, world: world, works: [SelectRecipients.kind: { try await select($0) }], rounds: [deliver(mail)], logger: logger)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let site = try await SiteServices.make(
            database: database, world: world, host: "127.0.0.1", port: 0, limits: Limits(), logger: logger
        ) { told.yield($0) }
        let rows = try await RunningServices(site + [worker]).during {
            let request = PageRequest(port: await ports.first { _ in true } ?? 0, path: "/en/")
            let quiet = try await PageLoop(request)() { try await Task.sleep(for: .seconds(3)) }
            let approved = ContinuousClock.now
            let busy = try await PageLoop(request)() {
                try await approve(alert)
                try await Task.sleep(for: .seconds(max(10, 2 * seconds)))
            }
            guard quiet.failures + busy.failures == 0 else { throw Complaint("\(busy.failures) pages did not come.", status: .fault) }
            return [first(mail, after: approved)] + pages(quiet.timings, busy.timings)
        }
        guard let sample = try mail.sum.sample() else { throw Complaint("No mail was sent.", status: .fault) }
        return Running(rows: rows, taken: mail.sum.taken, sample: sample)
    }

    private func first(_ mail: TakenMail, after approved: ContinuousClock.Instant) -> BenchRow {
        let wait = mail.sum.first.map { approved.duration(to: $0) / .seconds(1) } ?? .infinity
        return BenchRow(name("first mail after approval"), wait, "s", peer: "the limit", 5, goal: "within 5 s", met: wait <= 5)
    }

    private func pages(_ quiet: Timings, _ busy: Timings) -> [BenchRow] {
        let page = name("page while an alert is selected and sent"), peer = "the same page, quiet"
        return [
            BenchRow("\(page): median", busy.median, "ms", peer: peer, quiet.median, goal: "told beside", met: true),
            BenchRow("\(page): 99 of 100", busy.p99, "ms", peer: peer, quiet.p99, goal: "less than 50 ms", met: busy.p99 < 50),
        ]
    }
}
