import Campaign
import Storage

/// What is done at the desk for other programs.
struct ProgramOperations: Sendable {
    let make: MakeProgramKey
    let revoke: RevokeProgramKey
    let makeWebhook: MakeWebhook
    let endWebhook: EndWebhook
    let replay: ReplayWebhook

    init(database: any Database, world: World, keyring: Keyring) {
        make = MakeProgramKey(database: database, world: world)
        revoke = RevokeProgramKey(database: database, world: world)
        makeWebhook = MakeWebhook(database: database, world: world, keyring: keyring)
        endWebhook = EndWebhook(database: database, world: world)
        replay = ReplayWebhook(database: database, world: world)
    }
}
