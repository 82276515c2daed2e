import Campaign
import Storage

/// What can be done with the register and with those who are not mailed.
struct RegisterOperations: Sendable {
    let take: ImportOfficials
    let change: ChangeHolder
    let answer: AnswerOfficeTask
    let clear: ClearSuppression
    let reveal: RevealAddress
    let keepOut: KeepOut

    init(database: any Database, world: World, keyring: Keyring) {
        take = ImportOfficials(database: database, world: world)
        change = ChangeHolder(database: database, world: world)
        answer = AnswerOfficeTask(database: database, world: world)
        clear = ClearSuppression(database: database, world: world)
        reveal = RevealAddress(database: database, world: world, keyring: keyring)
        keepOut = KeepOut(database: database, world: world, keyring: keyring)
    }
}
