import Campaign
import Foundation
import Mail

extension MailBench {
    /// Deliveries out of the database into the sink, in turn with Postfix's source; the middle of the rounds counts.
    func sending(_ port: Int, like sample: Mail.Message) async throws -> (rows: [BenchRow], taken: Int) {
        let file = "\(folder)/message", bytes = try sample.bytes()
        try Data(bytes.filter { $0 != 0x0D }).write(to: URL(fileURLWithPath: file))
        var rates: [Double] = [], sources: [Double] = [], taken = 0
        var messages = 5_000
        messages = max(1_000, Int(try await peers.rate(to: port, of: messages, file: file)) * seconds)
        PeakMemory.forget()
        for _ in 0..<rounds {
            sources.append(try await peers.rate(to: port, of: messages, file: file))
            let run = try await run(port, nil)
            rates.append(run.rate)
            taken += run.taken
        }
        let peak = PeakMemory.megabytes, flush = try await DiskFlush(folder: folder)()
        let signed = try await run(port, Signature(domain: "example.org", selector: "bench", keyPEM: await peers.key("\(folder)/key.pem")))
        let signatures = try await peers.signatures(cores: cores)
        let rate = Timings(rates).median, source = Timings(sources).median
        let size = "\(bytes.count) bytes, \(peers.connections) connections"
        let rows = [
            BenchRow(
                name("sent, \(size)"), rate, "messages/s", peer: "smtp-source, the same", source, goal: "at least 0.6", met: rate >= 0.6 * source),
            BenchRow(
                name("sent and signed, rsa-sha256 with 2048 bits"), signed.rate, "messages/s", peer: "openssl speed -multi \(cores) rsa2048",
                signatures, goal: "told beside", met: true),
            BenchRow(
                name("what a commit waits for: fdatasync, median"), flush.median, "ms", peer: "99 of 100", flush.p99, goal: "told beside", met: true),
        ]
        let memory = peak.map {
            BenchRow(name("peak memory while sending"), $0, "MB", peer: "the limit", 200, goal: "less than 200 MB", met: $0 < 200)
        }
        return (rows + [memory].compactMap(\.self), taken + signed.taken)
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
