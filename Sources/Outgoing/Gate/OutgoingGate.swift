/// The only way out: every request that this program makes of somebody else's server goes through here.
///
/// https alone, to public addresses alone. The addresses of a name are looked up once and looked at, and the connection is made to these, whatever
/// the name servers say a moment later; no redirect is followed; time, request and answer are bounded (``OutgoingLimits``).
package final class OutgoingGate: Sendable {
    private let ports: Set<Int>
    private let openings: Set<Opening>
    private let limits: OutgoingLimits
    private let resolver: any NameResolver
    private let authorities: String?
    private let turns: Turns
    private let handles: CurlHandles

    /// - Parameters:
    ///   - ports: those of public servers that may be asked.
    ///   - openings: addresses of tests and benchmarks, each with its port.
    ///   - authorities: a file of certificates to trust in place of the system's (PEM).
    package init(
        ports: Set<Int> = [443], openings: Set<Opening> = [], limits: OutgoingLimits = OutgoingLimits(),
        resolver: any NameResolver = SystemResolver(), authorities: String? = nil
    ) {
        self.ports = ports
        self.openings = openings
        self.limits = limits
        self.resolver = resolver
        self.authorities = authorities
        turns = Turns(limits.atOnce)
        handles = CurlHandles(keeping: limits.atOnce)
    }

    /// Asks, and gives whatever the answer is.
    package func send(_ request: OutgoingRequest) async throws(OutgoingFailure) -> OutgoingAnswer {
        do { try request.check(limits) } catch { throw .refused(error) }
        await turns.enter()
        let start = ContinuousClock.now
        return try await OwnThread.run(within: limits.milliseconds, else: .failure(.tookTooLong), end: { [turns] in turns.leave() }) { [self] in
            exchange(request, since: start)
        }.get()
    }

    private func exchange(_ request: OutgoingRequest, since start: ContinuousClock.Instant) -> Result<OutgoingAnswer, OutgoingFailure> {
        let place: CheckedPlace
        do throws(OutgoingFailure) {
            place = try CheckedPlace(request.url, ports: ports, openings: openings, resolver: resolver)
        } catch {
            return .failure(error)
        }
        let left = limits.milliseconds - Int((ContinuousClock.now - start) / .milliseconds(1))
        guard left > 0 else { return .failure(.tookTooLong) }
        guard let handle = handles.take() else { return .failure(.unreachable("no memory")) }
        defer { handles.giveBack(handle) }
        return CurlExchange(request, to: place, limits).run(handle, within: left, authorities: authorities)
    }
}
