import Campaign
import Storage

/// What can be done with passkeys.
struct PasskeyOperations: Sendable {
    let add: AddPasskey
    let remove: RemovePasskey
    let open: OpenByPasskey

    init(database: any Database, world: World, keyring: Keyring) {
        add = AddPasskey(database: database, world: world, keyring: keyring)
        remove = RemovePasskey(database: database, world: world)
        open = OpenByPasskey(database: database, world: world, keyring: keyring)
    }
}
