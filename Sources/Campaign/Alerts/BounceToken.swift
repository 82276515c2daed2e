/// The part of a return path that tells whose bounce it is: the supporter, and a mark that only we can make, so that nobody has somebody
/// else's address suspended. Servers may change the case of a local part, hence the mark is read in any.
enum BounceToken {
    static func text(_ supporter: Supporter.ID, _ keyring: Keyring) -> String { "\(supporter.text).\(mark(supporter.text, keyring))" }

    static func supporter(_ text: String, _ keyring: Keyring) -> Supporter.ID? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        let ids = [parts[0], parts[0].lowercased()]
        return ids.first { SteadyComparison.equal(parts[1].lowercased(), mark($0, keyring)) }.map { Supporter.ID($0) }
    }

    /// Twelve letters, about 60 bits: a bounce does little, and the local part of an address holds 64 characters.
    private static func mark(_ id: String, _ keyring: Keyring) -> String {
        String(keyring.mark(id, purpose: "bounce").prefix(12)).lowercased()
    }
}
