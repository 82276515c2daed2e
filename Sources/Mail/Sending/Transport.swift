package import Documents

/// Hands finished messages over, one recipient at a time.
package protocol Transport: Sendable {
    /// - Parameters:
    ///   - bytes: the whole message, its lines ended by CRLF.
    ///   - sender: where a bounce goes (the return path).
    func send(_ bytes: [UInt8], from sender: MailAddress, to recipient: MailAddress) async -> Verdict

    /// Ends what is under way and lets go of the connections. Nothing is sent afterwards.
    func close() async
}
