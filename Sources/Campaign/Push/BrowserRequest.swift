import Outgoing

/// A wish to be told in a browser, already read and within bounds.
package struct BrowserRequest: Sendable {
    let address: PushAddress
    let section: Section
    let preferences: Preferences
    /// An action to follow from now on.
    let follow: FollowWish?

    /// What the browser's `PushSubscription` says, in URL-safe base 64. Throws a problem of the field `browser` for what no browser sends.
    package init(
        endpoint: String?, key: String?, secret: String?, section: Section, preferences: Preferences, follow: FollowWish? = nil
    ) throws(FormProblems) {
        guard let endpoint, let key, let secret, let address = PushAddress(endpoint: endpoint, key: key, secret: secret) else {
            var problems = FormProblems()
            problems.add("browser", Message("browser.problem"))
            throw problems
        }
        self.address = address
        self.section = section
        self.preferences = preferences
        self.follow = follow
    }

    /// The push service's host, which says nothing of the person.
    package var service: String { address.endpoint.serviceName }
}

extension OutgoingURL {
    /// Host and port without the scheme.
    fileprivate var serviceName: String { String(origin.dropFirst("https://".count)) }
}
