import Campaign
import Storage

/// All that can be done with what is being written, ready to be called by its routes.
struct AuthoringOperations: Sendable {
    let begin: BeginCase
    let open: OpenManuscript
    let save: SavePart
    let address: AddressDraft
    let move: MoveManuscript
    let publish: PublishFromDesk
    let restore: RestoreVersion
    let check: CheckManuscript
    let desk: WritingDesk

    init(database: any Database, world: World, desk: WritingDesk) {
        begin = BeginCase(database: database, world: world)
        open = OpenManuscript(database: database, world: world)
        save = SavePart(database: database, world: world)
        address = AddressDraft(database: database, world: world)
        move = MoveManuscript(database: database, world: world)
        publish = PublishFromDesk(database: database, world: world)
        restore = RestoreVersion(database: database, world: world)
        check = CheckManuscript(words: desk.words)
        self.desk = desk
    }
}
