package import Outgoing

/// The line to other servers.
package protocol PartnerLine: Sendable {
    func ask(_ request: OutgoingRequest) async throws(OutgoingFailure) -> OutgoingAnswer
}

extension OutgoingGate: PartnerLine {
    package func ask(_ request: OutgoingRequest) async throws(OutgoingFailure) -> OutgoingAnswer { try await send(request) }

    /// With room for a page of changes and for a tally.
    package static func toPartners() -> OutgoingGate {
        var limits = OutgoingLimits()
        limits.answerBytes = 8 << 20
        limits.requestBytes = 65_536
        return OutgoingGate(limits: limits)
    }
}

/// What this server is to others.
package struct Federation: Sendable {
    /// Its keys as they are now: a key may be changed while the program runs.
    package let keys: @Sendable () throws -> ServerKeys
    package let line: any PartnerLine
    /// Its address is that of its international section.
    package let origin: @Sendable (Section) -> String

    package init(keys: @escaping @Sendable () throws -> ServerKeys, line: any PartnerLine, origin: @escaping @Sendable (Section) -> String) {
        self.keys = keys
        self.line = line
        self.origin = origin
    }
}
