package import Documents

/// Hands finished messages over, one recipient at a time.
package protocol Transport: Sendable {
    /// Begins to hand them over, and returns at once. Each is told of once.
    ///
    /// Until the receipt of a message that was taken is released, its connection ends no other one: whoever is killed meanwhile has at most
    /// one message a connection that was taken and is not noted.
    func post(_ postings: [Posting])

    /// Ends what is under way and lets go of the connections. Nothing is sent afterwards.
    func close() async
}

extension Transport {
    /// Gives what `note` gives, which writes down what became of the message; then its receipt is released. When it throws, what it could not
    /// note ends the connection.
    package func send<T: Sendable>(
        _ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress, noting note: @Sendable (Verdict) async throws -> T
    ) async throws -> T {
        let receipt = await withCheckedContinuation { continuation in
            post([Posting(bytes: bytes, sender: sender, recipient: recipient) { continuation.resume(returning: $0) }])
        }
        var isNoted = false
        defer { receipt.release(isNoted: isNoted) }
        let result = try await note(receipt.verdict)
        isNoted = true
        return result
    }

    /// For what nobody notes.
    package func send(_ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress) async -> Verdict {
        (try? await send(bytes, from: sender, to: recipient) { $0 }) ?? .postponed(.zero)
    }
}
