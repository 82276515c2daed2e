/// Hands messages to push services (RFC 8030).
package struct PushPost: Sendable {
    /// Messages are filled up to a multiple of so many bytes.
    private static let step = 1_024
    private let gate: OutgoingGate
    private let identity: ServerIdentity

    package init(_ gate: OutgoingGate, as identity: ServerIdentity) {
        self.gate = gate
        self.identity = identity
    }

    /// - Parameters:
    ///   - cipher: made for this message alone.
    ///   - now: seconds since 1970.
    package func send(_ message: PushMessage, to address: PushAddress, by cipher: PushCipher, at now: Int) async -> Reception {
        do {
            let body = try cipher.sealed(message.bytes, for: address, step: Self.step)
            let authorization = try identity.authorization(for: address.endpoint, at: now)
            let request = OutgoingRequest(address.endpoint, headers: message.headers + [("Authorization", authorization)], body: body)
            return Self.reception(of: try await gate.send(request))
        } catch let failure as OutgoingFailure {
            return Reception(failure)
        } catch {
            return .refused("encryption failed")
        }
    }

    /// 404 and 410: the subscription has ended (RFC 8030 section 7.3).
    private static func reception(of answer: OutgoingAnswer) -> Reception {
        answer.status == 404 || answer.status == 410 ? .gone : Reception(answer)
    }
}
