package import Documents

/// Hands finished messages over, one recipient at a time.
package protocol Transport: Sendable {
    /// Gives what `note` gives, which writes down what became of the message.
    ///
    /// Until it has returned, the connection on which the message was taken ends no other one: whoever is killed meanwhile has at most one
    /// message a connection that was taken and is not noted. When it throws, what it could not note ends that connection.
    ///
    /// - Parameters:
    ///   - bytes: the whole message, its lines ended by CRLF.
    ///   - sender: where a bounce goes (the return path).
    func send<T: Sendable>(
        _ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress, noting note: @Sendable (Verdict) async throws -> T
    ) async throws -> T

    /// Ends what is under way and lets go of the connections. Nothing is sent afterwards.
    func close() async
}

extension Transport {
    /// For what nobody notes.
    package func send(_ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress) async -> Verdict {
        (try? await send(bytes, from: sender, to: recipient) { $0 }) ?? .postponed(.zero)
    }
}
