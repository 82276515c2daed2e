/// Whose turn it is: how often a domain is written to, and which are left alone for a while.
struct DomainTurns {
    enum Turn: Equatable {
        case now
        /// Taken, but for a little later.
        case after(Duration)
        case postponed(Duration)
    }

    private struct Domain {
        var next: ContinuousClock.Instant
        var silence: Silence?
    }

    private struct Silence {
        var until: ContinuousClock.Instant
        var length: Duration
    }

    private let spacing: Duration?
    private var domains: [String: Domain] = [:]
    private var server: Silence?

    /// Whoever would wait longer for a turn is told to come back.
    private static let longestWait = Duration.seconds(1)
    private static let firstSilence = Duration.seconds(1)
    /// An answer to one recipient may be about nobody else.
    private static let mostForRecipient = Duration.seconds(5)
    private static let mostForDomain = Duration.seconds(600)
    private static let mostForServer = Duration.seconds(60)
    /// Domains that are remembered at once.
    private static let mostDomains = 20_000

    /// - Parameter rate: messages a second to one domain; 0 for no limit.
    init(rate: Int) {
        spacing = rate > 0 ? .seconds(1) / rate : nil
    }

    mutating func turn(of domain: String, at now: ContinuousClock.Instant) -> Turn {
        if let until = [server?.until, domains[domain]?.silence?.until].compactMap({ $0 }).max(), until > now {
            return .postponed(now.duration(to: until))
        }
        guard let spacing else { return .now }
        let next = max(now, domains[domain]?.next ?? now), wait = now.duration(to: next)
        guard wait <= Self.longestWait else { return .postponed(wait) }
        change(domain, at: now) { $0.next = next + spacing }
        return wait == .zero ? .now : .after(wait)
    }

    /// Takes to heart how an attempt went. Several that fail within one silence lengthen it once.
    mutating func heed(_ trouble: SMTPOutcome.Trouble, of domain: String, at now: ContinuousClock.Instant) {
        switch trouble {
        case .none: break
        case .over:
            server = nil
            if domains[domain]?.silence != nil { change(domain, at: now) { $0.silence = nil } }
        case .recipient: change(domain, at: now) { $0.silence = Self.longer($0.silence, at: now, most: Self.mostForRecipient) }
        case .domain: change(domain, at: now) { $0.silence = Self.longer($0.silence, at: now, most: Self.mostForDomain) }
        case .server: server = Self.longer(server, at: now, most: Self.mostForServer)
        }
    }

    private static func longer(_ silence: Silence?, at now: ContinuousClock.Instant, most: Duration) -> Silence {
        guard let silence else { return Silence(until: now + firstSilence, length: firstSilence) }
        guard silence.until <= now else { return silence }
        let length = max(min(silence.length * 2, most), firstSilence)
        return Silence(until: now + length, length: length)
    }

    private mutating func change(_ name: String, at now: ContinuousClock.Instant, _ change: (inout Domain) -> Void) {
        if domains.count >= Self.mostDomains, domains[name] == nil {
            domains = domains.filter { $0.value.next > now || ($0.value.silence?.until ?? now) > now }
        }
        var domain = domains[name] ?? Domain(next: now)
        change(&domain)
        domains[name] = domain
    }
}
