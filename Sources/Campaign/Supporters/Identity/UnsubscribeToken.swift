/// The last part of the address that ends alerts: who it is for, and a mark that only we can make. It needs no row and does not age, so
/// that a mail of last year still works; and after an erasure it answers as before.
///
///     https://HOST/{lang}/alerts/stop/{token}
package enum UnsubscribeToken {
    package static func text(_ supporter: Supporter.ID, _ keyring: Keyring) -> String {
        "\(supporter.text).\(mark(supporter, keyring))"
    }

    /// Whom the token is for; nil for one that we did not make. That the supporter is still there is not said.
    package static func supporter(_ text: String, _ keyring: Keyring) -> Supporter.ID? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        let id = Supporter.ID(parts[0])
        return SteadyComparison.equal(parts[1], mark(id, keyring)) ? id : nil
    }

    /// Half of a mark is more than anybody guesses, and keeps the address short.
    private static func mark(_ supporter: Supporter.ID, _ keyring: Keyring) -> String {
        String(keyring.mark(supporter.text, purpose: "unsubscribe").prefix(22))
    }
}
