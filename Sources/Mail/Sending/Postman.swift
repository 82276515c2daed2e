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
        let bytes: [UInt8]
        do {
            let plain = try message.bytes()
            bytes = try signature?.signed(plain) ?? plain
        } catch {
            return .refused("\(error)")
        }
        return await transport.send(bytes, from: message.returnPath, to: message.to)
    }

    package func close() async {
        await transport.close()
    }
}
