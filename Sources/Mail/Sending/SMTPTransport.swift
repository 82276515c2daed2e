package import Documents
import Synchronization

/// Hands messages to a server over a number of kept connections, each on a thread of its own; whoever waits for a verdict blocks no thread.
///
/// A domain that answers 4yz is left alone for a while that grows with every further such answer, and so is a server that cannot be reached:
/// what is sent there meanwhile is `postponed`.
package final class SMTPTransport: Transport {
    private let connections: Int
    private let counter: SMTPCounter
    private let turns: Mutex<DomainTurns>
    private let server: SMTPServer
    private let patience: SMTPPatience

    /// - Parameters:
    ///   - connections: how many at most. They are opened when there is something to send.
    ///   - rate: messages a second to one domain; 0 for no limit.
    package init(to server: SMTPServer, connections: Int = 4, rate: Int = 0, patience: SMTPPatience = SMTPPatience()) {
        self.server = server
        self.connections = max(1, connections)
        self.patience = patience
        counter = SMTPCounter(patience: patience.closing)
        turns = Mutex(DomainTurns(rate: rate))
    }

    package func send(_ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress) async -> Verdict {
        switch turns.withLock({ $0.turn(of: recipient.domain, at: .now) }) {
        case .now: break
        case .after(let pause):
            do { try await Task.sleep(for: pause) } catch { return .postponed(.zero) }
        case .postponed(let pause): return .postponed(pause)
        }
        counter.open(upTo: connections) { [server, patience, counter] in SMTPConnection(to: server, patience: patience, counter: counter) }
        let outcome = await withCheckedContinuation { continuation in
            counter.put(Handover(bytes: bytes, sender: sender.wire, recipient: recipient.wire, answer: continuation))
        }
        turns.withLock { $0.heed(outcome.trouble, of: recipient.domain, at: .now) }
        return outcome.verdict
    }

    package func close() async {
        await counter.close()
    }
}
