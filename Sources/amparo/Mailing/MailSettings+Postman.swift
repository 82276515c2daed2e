import Foundation
import Mail

extension MailSettings {
    /// What sends mail by these settings; nil when no server is named, and so no mail is sent.
    func postman() throws -> PostRoom? {
        guard let server = relay else { return nil }
        return PostRoom(SMTPTransport(to: server, connections: connections.value, rate: rate.value), try signatures())
    }

    /// The server with what other settings say of it.
    var relay: SMTPServer? {
        guard var server = server.value else { return nil }
        server.encryption = encryption.value ?? server.encryption
        server.trust = trust.value
        return server
    }

    /// One for each domain that is signed for; none when a relay signs.
    func signatures() throws -> [Signature] {
        try domains.value.enumerated().map { place, domain in
            let selectors = selectors.value, keyFiles = keyFiles.value
            return try signature(domain, selectors[min(place, selectors.count - 1)], keyFiles[min(place, keyFiles.count - 1)])
        }
    }

    private func signature(_ domain: String, _ selector: String, _ keyFile: String) throws -> Signature {
        guard let pem = try? String(contentsOfFile: keyFile, encoding: .utf8) else {
            throw Complaint("\(keyFile) (mail.dkim.keyFile) cannot be read.", status: .settings)
        }
        do {
            return try Signature(domain: domain, selector: selector, keyPEM: pem)
        } catch {
            throw Complaint("Mail of \(domain) cannot be signed: \(error) (mail.dkim).", status: .settings)
        }
    }
}
