package import Campaign

/// What alerts need that not every server has: keys to addresses, and somewhere to post. Without it the site says that alerts are not set
/// up here, and everything else works.
package struct SupporterDesk: Sendable {
    package let keyring: Keyring
    package let postbox: any Postbox

    package init(keyring: Keyring, postbox: any Postbox) {
        self.keyring = keyring
        self.postbox = postbox
    }
}
