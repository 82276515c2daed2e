package import Campaign

/// What alerts need: keys to addresses, and ways to write to somebody. Without any the site says that alerts are not set up here, and what
/// needs no letter works: whoever is with us can leave, pause and be erased.
package struct SupporterDesk: Sendable {
    package let keyring: Keyring
    /// nil where no mail is sent.
    package let postbox: (any Postbox)?
    /// nil where browsers get no notices.
    package let pusher: (any Pusher)?

    /// Tries an alert on one address; nil where no mail is sent.
    package let test: TestAlert?
    /// nil where no text message is sent.
    package let texting: Texting?

    package init(keyring: Keyring, postbox: (any Postbox)?, pusher: (any Pusher)? = nil, test: TestAlert? = nil, texting: Texting? = nil) {
        self.keyring = keyring
        self.postbox = postbox
        self.pusher = pusher
        self.test = test
        self.texting = texting
    }
}
