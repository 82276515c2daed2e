package import Documents
import Foundation
import Synchronization

/// Hands messages to a server over a number of kept connections; whoever waits for a verdict blocks no thread.
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

    package func send<T: Sendable>(
        _ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress, noting note: @Sendable (Verdict) async throws -> T
    ) async throws -> T {
        let domain = recipient.domain
        switch turns.withLock({ $0.turn(of: domain, at: .now) }) {
        case .now: break
        case .after(let pause):
            do { try await Task.sleep(for: pause) } catch { return try await note(.postponed(.zero)) }
        case .postponed(let pause): return try await note(.postponed(pause))
        }
        let answered = await withCheckedContinuation { continuation in
            let handover = Handover(
                bytes: bytes, sender: sender.wire, recipient: recipient.wire, latest: .now + .seconds(patience.waiting), answer: continuation)
            if inbox.put(handover) { start() } else { handover.resume(.notTried) }
        }
        let outcome = answered.outcome
        if outcome.trouble != .none { turns.withLock { $0.heed(outcome.trouble, of: domain, at: .now) } }
        var isNoted = false
        defer { if let seat = answered.seat { inbox.release(seat, isNoted: isNoted) } }
        let result = try await note(outcome.verdict)
        isNoted = true
        return result
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
