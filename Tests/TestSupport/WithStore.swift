package import Campaign
package import Storage

/// A database that is ready to serve, in a world that the test moves.
package struct Store: Sendable {
    package let database: any Database
    package let world: World
    private let clock: StillClock

    package init(database: any Database, clock: StillClock) {
        self.init(database: database, world: .still(clock), clock: clock)
    }

    private init(database: any Database, world: World, clock: StillClock) {
        self.database = database
        self.world = world
        self.clock = clock
    }

    /// The same world, seen through another connection.
    package func beside(_ database: any Database) -> Store {
        Store(database: database, world: world, clock: clock)
    }

    /// Lets time pass.
    package func advance(days: Int = 0, seconds: Int = 0) {
        clock.advance(days: days, seconds: seconds)
    }
}

/// Runs `body` on a database of its own that holds the shipped sections and no action, at an instant that stands still.
package func withStore<T>(
    _ engine: Engine, at instant: String = "2021-11-30T10:00:00.000Z", _ body: (Store) async throws -> T
) async throws -> T {
    try await withReadyDatabaseURL(engine) { url in
        let store = Store(database: try Engine.open(url), clock: StillClock(instant))
        let result = await Result { try await body(store) }
        await store.database.close()
        return try result.get()
    }
}
