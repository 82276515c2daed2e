import Campaign
import Foundation
import Mail

extension MailBench {
    /// Deliveries out of the database into the sink, in turn with Postfix's source; the middle of the rounds counts.
    func sending(_ port: Int, like sample: [UInt8]) async throws -> (rows: [BenchRow], taken: Int) {
        let file = "\(folder)/message"
        try Data(sample.filter { $0 != 0x0D }).write(to: URL(fileURLWithPath: file))
        let messages = max(1_000, Int(try await peers.rate(to: port, of: 5_000, file: file)) * seconds)
        PeakMemory.forget()
        var done: [MailRound] = [], taken = 0
        for number in 0..<rounds {
            let (round, count) = try await round(number, port, file, of: messages)
            done.append(round)
            taken += count
        }
        let peak = PeakMemory.megabytes, load = MachineLoad.lastMinute, flush = try await DiskFlush(folder: folder)()
        let signed = try await run(port, Signature(domain: "example.org", selector: "bench", keyPEM: await peers.key("\(folder)/key.pem")))
        let signatures = try await peers.signatures(cores: cores)
        let rows =
            told(done, "\(sample.count) bytes, \(peers.connections) connections") + [
                BenchRow(
                    name("sent and signed, rsa-sha256 with 2048 bits"), signed.rate, "messages/s", peer: "openssl speed -multi \(cores) rsa2048",
                    signatures, goal: "told beside", met: true),
                BenchRow(
                    name("what a commit waits for: fdatasync, median"), flush.median, "ms", peer: "99 of 100", flush.p99, goal: "told beside",
                    met: true),
            ]
        let others = [
            peak.map { BenchRow(name("peak memory while sending"), $0, "MB", peer: "the limit", 200, goal: "less than 200 MB", met: $0 < 200) },
            load.map { BenchRow(name("load of the machine while sending"), $0, "", peer: "cores", Double(cores), goal: "told beside", met: true) },
        ]
        return (rows + others.compactMap(\.self), taken + signed.taken)
    }

    private func told(_ rounds: [MailRound], _ size: String) -> [BenchRow] {
        let rate = rounds.median(\.rate), source = rounds.median(\.source), (worst, best) = rounds.range
        return [
            BenchRow(
                name("sent, \(size)"), rate, "messages/s", peer: "smtp-source, the same", source, goal: "at least 0.6", met: rate >= 0.6 * source),
            BenchRow(name("the ratio of the worst round"), worst, "", peer: "of the best", best, goal: "told beside", met: true),
            BenchRow(
                name("computing time a message"), rounds.median(\.computing), "µs", peer: "smtp-source", rounds.median(\.sourceComputing),
                goal: "told beside", met: true),
        ]
    }

    /// Both sides, whose order alternates; and how many messages of ours were taken.
    private func round(_ number: Int, _ port: Int, _ file: String, of messages: Int) async throws -> (round: MailRound, taken: Int) {
        var source = 0.0, sourceComputing = 0.0
        func measureSource() async throws {
            let before = ComputingTime.secondsOfOthers
            source = try await peers.rate(to: port, of: messages, file: file)
            sourceComputing = (ComputingTime.secondsOfOthers - before) / Double(messages) * 1_000_000
        }
        if number.isMultiple(of: 2) { try await measureSource() }
        let before = ComputingTime.seconds, run = try await run(port, nil), computing = ComputingTime.seconds - before
        if !number.isMultiple(of: 2) { try await measureSource() }
        let each = computing / Double(max(1, run.taken)) * 1_000_000
        return (MailRound(rate: run.rate, source: source, computing: each, sourceComputing: sourceComputing), run.taken)
    }

    func postman(_ port: Int, _ signature: Signature?) throws -> Postman {
        let server = try SMTPServer("smtp://127.0.0.1:\(port)")
        return Postman(transport: SMTPTransport(to: server, connections: peers.connections), signature: signature)
    }

    /// So many seconds of deliveries, to the commit of the last.
    private func run(_ port: Int, _ signature: Signature?) async throws -> (rate: Double, taken: Int) {
        let postman = try postman(port, signature), mail = TakenMail(postman), sign = StopSign()
        let start = ContinuousClock.now
        let bell = Task { [seconds] in
            try await Task.sleep(for: .seconds(seconds))
            sign.raise()
        }
        try await deliver(mail)(until: sign)
        let time = start.duration(to: .now) / .seconds(1)
        bell.cancel()
        await postman.close()
        let sum = mail.sum
        guard sum.other == 0 else { throw Complaint("\(sum.other) messages were not taken.", status: .fault) }
        return (Double(sum.taken) / time, sum.taken)
    }
}
