/// The places that seals are made for: a seal carried over to another row does not open there.
package enum IdentityPlace {
    package static func address(of supporter: Supporter.ID) -> String { "identity \(supporter.text)" }

    /// Where the browser of a supporter takes notices.
    static func browser(of supporter: Supporter.ID) -> String { "push_subscription \(supporter.text)" }

    /// The new address that a mailed link carries.
    static func newAddress(ofLink tokenHash: String) -> String { "mailed_link \(tokenHash)" }
}
