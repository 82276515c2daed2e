import Campaign
import Storage

/// All that can be done for browsers that take notices.
struct BrowserOperations: Sendable {
    let subscribe: SubscribeBrowser
    let know: KnowBrowser
    let enter: EnterByBrowser
    let renew: RenewBrowser
    let leave: LeaveByBrowser
    /// What browsers bind their subscriptions to.
    let publicKey: String

    init(_ database: any Database, _ world: World, _ keyring: Keyring, publicKey: String) {
        subscribe = SubscribeBrowser(database: database, world: world, keyring: keyring)
        know = KnowBrowser(database: database, keyring: keyring)
        enter = EnterByBrowser(database: database, world: world, keyring: keyring)
        renew = RenewBrowser(database: database, world: world, keyring: keyring)
        leave = LeaveByBrowser(database: database, world: world, keyring: keyring)
        self.publicKey = publicKey
    }
}
