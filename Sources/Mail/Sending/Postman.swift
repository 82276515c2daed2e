/// Writes, signs and hands over: what everything that sends mail is given.
package struct Postman: Sendable {
    private let transport: any Transport
    private let signature: Signature?

    /// - Parameter signature: nil when a relay signs.
    package init(transport: any Transport, signature: Signature?) {
        self.transport = transport
        self.signature = signature
    }

    /// A message that cannot be written as one is refused, and never tried.
    package func send(_ message: Message) async -> Verdict {
        (try? await send(message) { $0 }) ?? .postponed(.zero)
    }

    /// The same for what somebody notes: see ``Transport/send(_:from:to:noting:)``.
    package func send<T: Sendable>(_ message: Message, noting note: @Sendable (Verdict) async throws -> T) async throws -> T {
        let bytes: [UInt8]
        do {
            let plain = try message.bytes()
            bytes = try signature?.signed(plain) ?? plain
        } catch {
            return try await note(.refused("\(error)"))
        }
        return try await transport.send(bytes, from: message.returnPath, to: message.to, noting: note)
    }

    package func close() async {
        await transport.close()
    }
}
