/// Writes, signs and hands over: what everything that sends mail is given.
package struct Postman: Mailer {
    private let transport: any Transport
    private let signature: Signature?

    /// - Parameter signature: nil when a relay signs.
    package init(transport: any Transport, signature: Signature?) {
        self.transport = transport
        self.signature = signature
    }

    /// A message that cannot be written as one is refused, and never tried.
    package func post(_ mailings: [Mailing]) {
        transport.post(mailings.compactMap { posting($0) })
    }

    private func posting(_ mailing: Mailing) -> Posting? {
        let message = mailing.message
        do {
            let plain = try message.bytes(), bytes = try signature?.signed(plain) ?? plain
            return Posting(bytes: bytes, sender: message.returnPath, recipient: message.to, told: mailing.told)
        } catch {
            mailing.told(Receipt(.refused("\(error)")))
            return nil
        }
    }

    package func close() async {
        await transport.close()
    }
}
