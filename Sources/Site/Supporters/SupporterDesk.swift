package import Campaign

/// What alerts need: keys to addresses, and somewhere to post. Without a postbox the site says that alerts are not set up here, and what
/// needs no letter works: whoever is with us can leave, pause and be erased.
package struct SupporterDesk: Sendable {
    package let keyring: Keyring
    package let postbox: (any Postbox)?

    package init(keyring: Keyring, postbox: (any Postbox)?) {
        self.keyring = keyring
        self.postbox = postbox
    }
}
