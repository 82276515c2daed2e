/// A message, and who is told what became of it.
package struct Mailing: Sendable {
    package let message: Message
    /// Called once, from any thread; it must not wait.
    package let told: @Sendable (Receipt) -> Void

    package init(_ message: Message, told: @escaping @Sendable (Receipt) -> Void) {
        self.message = message
        self.told = told
    }
}

/// Hands messages to the mail server; `Postman` is the one that does.
package protocol Mailer: Sendable {
    /// Begins to send them, and returns without waiting for an answer. Each is told of once; until its receipt is released, the connection
    /// that took it ends no other one.
    func post(_ mailings: [Mailing])
}

extension Mailer {
    /// For what nobody notes.
    package func send(_ message: Message) async -> Verdict {
        await withCheckedContinuation { continuation in
            let mailing = Mailing(message) { receipt in
                receipt.release(isNoted: true)
                continuation.resume(returning: receipt.verdict)
            }
            post([mailing])
        }
    }
}
