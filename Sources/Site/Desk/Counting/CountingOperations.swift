import Campaign
import Storage

/// What is done at the counting desk.
struct CountingOperations: Sendable {
    let enter: EnterCounts
    let correct: CorrectCounts
    let bursts: FindBursts
    let note: NoteReading
    let freeze: FreezeTally

    init(database: any Database, world: World) {
        enter = EnterCounts(database: database, world: world)
        correct = CorrectCounts(database: database, world: world)
        freeze = FreezeTally(database: database, world: world)
        note = NoteReading(database: database, world: world)
        bursts = FindBursts(database: database, world: world)
    }
}
