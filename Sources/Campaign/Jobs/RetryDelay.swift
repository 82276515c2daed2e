/// How long to wait before the next attempt: twice as long each time, and not at the same moment as everybody else.
enum RetryDelay {
    /// Seconds after the given number of attempts: 30, 60, 120, … at most six hours, a quarter more or less.
    ///
    /// - Parameter token: one of the world's, where chance comes from.
    static func seconds(after attempts: Int, token: String) -> Int {
        let usual = 30 << min(max(attempts, 1) - 1, 10)
        let capped = min(usual, 6 * 3_600)
        let chance = Int(Digest.sha256(token).prefix(4), radix: 16) ?? 0
        return capped * 3 / 4 + capped / 2 * chance / 0xFFFF
    }
}
