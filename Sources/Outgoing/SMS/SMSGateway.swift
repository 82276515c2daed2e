import Foundation

/// Hands text messages to a gateway over HTTP: POST with JSON `{"id", "text", "to"}`.
package struct SMSGateway: Sendable {
    private let gate: OutgoingGate
    private let url: OutgoingURL
    private let secret: String

    /// - Parameter secret: what the gateway knows us by; sent as a bearer token (RFC 6750 section 2.1).
    package init(_ gate: OutgoingGate, at url: OutgoingURL, secret: String) {
        self.gate = gate
        self.url = url
        self.secret = secret
    }

    package func send(_ message: SMSMessage) async -> Reception {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard message.isAddressed, let body = try? encoder.encode(message) else { return .refused("no number in international form") }
        let headers = [("Content-Type", "application/json"), ("Authorization", "Bearer " + secret)]
        do {
            return Self.reception(of: try await gate.send(OutgoingRequest(url, headers: headers, body: Array(body))))
        } catch {
            return Reception(error)
        }
    }

    /// A gateway that does not know us, or sends us elsewhere, says nothing about the message: it waits until the settings are right.
    private static func reception(of answer: OutgoingAnswer) -> Reception {
        switch answer.status {
        case 410: .gone
        case 300...399, 401, 403, 404: .later("status \(answer.status)", after: nil)
        default: Reception(answer)
        }
    }
}
