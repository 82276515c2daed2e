import Campaign
import Hummingbird

/// That somebody signed in a short while ago, for what cannot be undone. The browser keeps it and only we can make it: a session's row says
/// no more than the hour, so that it cannot be laid beside the moment of a report.
///
///     1637661600000.Vb1x…   // when, and a mark of it and of the session it belongs to
enum FreshProof {
    /// For how many seconds it holds.
    static let seconds = 15 * 60

    static func text(of session: String, at now: Instant, _ keyring: Keyring) -> String {
        "\(now.milliseconds).\(mark(session, now, keyring))"
    }

    static func holds(_ text: String?, for session: String, at now: Instant, _ keyring: Keyring) -> Bool {
        let parts = text?.split(separator: ".", maxSplits: 1).map(String.init) ?? []
        guard parts.count == 2, let made = Int64(parts[0]).map(Instant.init(milliseconds:)) else { return false }
        let isYoung = made <= now && now < made.adding(seconds: seconds)
        return isYoung && SteadyComparison.equal(parts[1], mark(session, made, keyring))
    }

    private static func mark(_ session: String, _ made: Instant, _ keyring: Keyring) -> String {
        keyring.mark("\(session) \(made.milliseconds)", purpose: "fresh sign-in")
    }
}

extension SupporterShell.Asked {
    /// Whether whoever asks signed in a short while ago.
    func isFresh(at now: Instant) -> Bool {
        FreshProof.holds(SupporterCookie.fresh.value(in: request, isSecure: isSecure), for: session ?? "", at: now, supporters.keyring)
    }
}
