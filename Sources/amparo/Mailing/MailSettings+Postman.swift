import Foundation
import Mail

extension MailSettings {
    /// What sends mail by these settings; nil when no server is named, and so no mail is sent.
    func postman() throws -> Postman? {
        guard let server = relay else { return nil }
        return Postman(transport: SMTPTransport(to: server, connections: connections.value, rate: rate.value), signature: try signature())
    }

    /// The server with what other settings say of it.
    var relay: SMTPServer? {
        guard var server = server.value else { return nil }
        server.encryption = encryption.value ?? server.encryption
        server.trust = trust.value
        return server
    }

    /// nil when a relay signs.
    func signature() throws -> Signature? {
        guard let domain = domain.value, let selector = selector.value, let keyFile = keyFile.value else { return nil }
        guard let pem = try? String(contentsOfFile: keyFile, encoding: .utf8) else {
            throw Complaint("\(keyFile) (mail.dkim.keyFile) cannot be read.", status: .settings)
        }
        do {
            return try Signature(domain: domain, selector: selector, keyPEM: pem)
        } catch {
            throw Complaint("Mail cannot be signed: \(error) (mail.dkim).", status: .settings)
        }
    }
}
