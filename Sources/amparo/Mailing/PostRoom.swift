import Documents
import Mail

/// Sends each message with the signature of the domain it comes from, all over the same connections.
struct PostRoom: Mailer {
    private let plain: Postman
    private let signing: [(signature: Signature, postman: Postman)]

    init(_ transport: any Transport, _ signatures: [Signature]) {
        plain = Postman(transport: transport, signature: nil)
        signing = signatures.map { ($0, Postman(transport: transport, signature: $0)) }
    }

    func post(_ mailings: [Mailing]) {
        guard !signing.isEmpty else { return plain.post(mailings) }
        for (domain, mailings) in Dictionary(grouping: mailings, by: \.message.from.address.domain) { postman(for: domain).post(mailings) }
    }

    func close() async { await plain.close() }

    /// Of a domain that nobody made a key for, the first key signs: a signature that is not aligned is better than none.
    private func postman(for domain: String) -> Postman {
        let own = signing.filter { $0.signature.isAligned(with: domain) }.max { $0.signature.domain.utf8.count < $1.signature.domain.utf8.count }
        return own?.postman ?? signing.first?.postman ?? plain
    }
}

extension Signature {
    /// Whether receivers take it for a signature of mail from `domain`: its own, or one below it.
    func isAligned(with domain: String) -> Bool {
        let domain = domain.lowercased(), own = self.domain.lowercased()
        return domain == own || domain.hasSuffix(".\(own)")
    }
}
