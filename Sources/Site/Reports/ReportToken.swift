import Campaign

/// The mark of a report form: unguessable, and with the moment it was made behind it, so that a program which sends forms faster than they can be read
/// is noticed. Whoever takes the moment off, or makes it older, gains nothing but what ``ReportGate`` lets through anyway.
///
///     "3q2-7w…~kwm1x8zk"
enum ReportToken {
    static func make(_ world: World) -> String {
        "\(world.token())~\(String(world.now().milliseconds, radix: 36))"
    }

    /// How long ago the form was made, in milliseconds; nil for a token that does not say so.
    static func age(of token: String?, at now: Instant) -> Int64? {
        guard let stamp = token?.split(separator: "~", omittingEmptySubsequences: false).last, stamp != token.map({ $0[...] }),
            let made = Int64(stamp, radix: 36), made > 0, made <= now.milliseconds
        else { return nil }
        return now.milliseconds - made
    }
}
