import Campaign
import Storage

/// What can be done with a section at its desk.
struct SectionOperations: Sendable {
    let change: ChangeSection
    let add: AddSection
    let reword: ChangeSectionWords
    let dress: ChangeLook

    init(database: any Database, world: World) {
        change = ChangeSection(database: database, world: world)
        add = AddSection(database: database, world: world)
        reword = ChangeSectionWords(database: database, world: world)
        dress = ChangeLook(database: database, world: world)
    }
}
