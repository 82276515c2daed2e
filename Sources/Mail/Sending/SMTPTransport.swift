import Documents
import Foundation
import Synchronization

/// Hands messages to a server over a number of kept connections; whoever hands one over blocks no thread.
///
/// A domain that answers 4yz is left alone for a while that grows with every further such answer, and so is a server that cannot be reached:
/// what is sent there meanwhile is `postponed`.
package final class SMTPTransport: Transport {
    private let connections: Int
    private let inbox = SMTPInbox()
    private let thread = Mutex(LoopThread())
    private let turns: Mutex<DomainTurns>
    private let server: SMTPServer
    private let patience: SMTPPatience

    private struct LoopThread {
        var isRunning = false
        var atEnd: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameters:
    ///   - connections: how many at most. They are opened when there is something to send.
    ///   - rate: messages a second to one domain; 0 for no limit.
    package init(to server: SMTPServer, connections: Int = 4, rate: Int = 0, patience: SMTPPatience = SMTPPatience()) {
        self.server = server
        self.connections = max(1, connections)
        self.patience = patience
        turns = Mutex(DomainTurns(rate: rate))
    }

    package func post(_ postings: [Posting]) {
        var fresh: [Handover] = []
        fresh.reserveCapacity(postings.count)
        for posting in postings {
            switch turns.withLock({ $0.turn(of: posting.recipient.domain, at: .now) }) {
            case .now: fresh.append(handover(posting))
            case .after(let pause):
                Task {
                    try? await Task.sleep(for: pause)
                    put([handover(posting)])
                }
            case .postponed(let pause): posting.told(Receipt(.postponed(pause)))
            }
        }
        put(fresh)
    }

    private func put(_ handovers: [Handover]) {
        guard !handovers.isEmpty else { return }
        if inbox.put(handovers) { start() } else { handovers.forEach { $0.told(Handover.Answered(outcome: .notTried, seat: nil)) } }
    }

    private func handover(_ posting: Posting) -> Handover {
        let recipient = posting.recipient, told = posting.told
        return Handover(
            bytes: posting.bytes, sender: posting.sender.wire, recipient: recipient.wire, latest: .now + .seconds(patience.waiting)
        ) { [self] answered in
            let trouble = answered.outcome.trouble
            if trouble != .none { turns.withLock { $0.heed(trouble, of: recipient.domain, at: .now) } }
            told(Receipt(answered, inbox))
        }
    }

    package func close() async {
        inbox.end(within: .seconds(patience.closing))
        await withCheckedContinuation { continuation in
            let isRunning = thread.withLock { thread in
                if thread.isRunning { thread.atEnd.append(continuation) }
                return thread.isRunning
            }
            if !isRunning { continuation.resume() }
        }
    }

    /// Starts the thread of the lines unless it runs.
    private func start() {
        let isWanted = thread.withLock { thread in
            defer { thread.isRunning = true }
            return !thread.isRunning
        }
        guard isWanted else { return }
        let loop = Thread { [self] in
            SMTPLoop(to: server, connections: connections, patience: patience, inbox: inbox).run()
            let last = thread.withLock { thread in
                defer { thread = LoopThread() }
                return thread.atEnd
            }
            for continuation in last { continuation.resume() }
        }
        loop.name = "mail"
        loop.stackSize = 1 << 20
        loop.start()
    }
}
